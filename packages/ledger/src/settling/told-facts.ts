import { uniqueBy } from '../columns.ts'
import { accountOf, type ReadEvent } from './read-event.ts'

/** One fact as a row. `value` is JSON. */
export type ToldFact = Readonly<{
  account: string
  event: string
  payment: string
  kind: string
  order: string | null
  value: string
}>

/** The facts that these events tell, one a key (event, payment, kind). */
export function toldFacts(events: readonly ReadEvent[]): ToldFact[] {
  const facts = events.flatMap(event =>
    event.reading.facts.map(({ payment, kind, order, value }) => ({
      account: accountOf(event),
      event: event.job.id,
      payment,
      kind,
      order,
      value: JSON.stringify(value)
    }))
  )
  return uniqueBy(facts, ({ event, payment, kind }) => [event, payment, kind].join('\0'))
}
