import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import type { SettlingRules } from '@paidonce/ledger/settling/settle-batch'

export type Withheld = Pick<SettlingRules, 'withholdsLetters'>

type Part = Readonly<{ part: readonly ReadEvent[]; withheld: Withheld }>

/**
 * A batch in the parts that are settled one after the other: first the events whose letters are wanted, so that what they make owed
 * is owed before a replay without letters could withhold it.
 */
export function byLetters(events: readonly ReadEvent[]): readonly Part[] {
  const [wanted, skipped] = [false, true].map(skips =>
    events.filter(({ job }) => (job.skipLetters ?? false) === skips)
  )
  return [
    { part: wanted ?? [], withheld: {} },
    { part: skipped ?? [], withheld: { withholdsLetters: 'replayed without letters' } }
  ].filter(({ part }) => part.length > 0)
}
