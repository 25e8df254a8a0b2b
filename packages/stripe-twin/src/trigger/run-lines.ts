import { formatMoney } from '@paidonce/shared/money'
import { describeExpected } from '../sequences/describe-expected.ts'
import { SEQUENCES, type SequenceName } from '../sequences/table.ts'
import type { Run } from './make-run.ts'
import { MIX } from './read-arguments.ts'
import type { Line } from './screen.ts'
import { counted } from './words.ts'

/** What is going to happen. */
export function runLines(what: SequenceName | typeof MIX, { seed, plays, deliveries }: Run): Line[] {
  const [play, ...more] = plays
  if (play !== undefined && more.length === 0) {
    const { id, amount, currency } = play.order
    const price = formatMoney({ amount, currency }, 'en')
    return [[['strong', play.sequence], `  order ${id}  ${price}`, ['soft', `  seed ${seed}`]]]
  }
  const events = plays.reduce((sum, { steps }) => sum + steps.length, 0)
  const amounts = [
    counted(plays.length, 'order'),
    counted(events, 'event'),
    counted(deliveries.length, 'delivery')
  ]
  const title: Line = [['strong', what], `  ${amounts.join(', ')}`, ['soft', `  seed ${seed}`]]
  return what === MIX ? [title, [], ...shareLines(plays), []] : [title]
}

function shareLines(plays: Run['plays']): Line[] {
  return Object.entries(SEQUENCES)
    .map(([name, { expected }]) => ({
      name,
      expected,
      count: plays.filter(({ sequence }) => sequence === name).length
    }))
    .filter(({ count }) => count > 0)
    .map(({ name, expected, count }) => [
      `${counted(count, 'order').padStart(12)}  ${name.padEnd(27)}`,
      ['soft', describeExpected(expected)]
    ])
}
