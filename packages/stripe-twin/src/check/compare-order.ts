import type { Play } from '../sequences/play.ts'
import type { Outcome } from './outcome.ts'

/** One thing about an order that is not as it should be. */
export type Difference = Readonly<{ what: string; expected: string; actual: string }>

/** Compares what became of an order with what its sequence says must. Nothing: it is right. */
export function compareOrder({ expected, payments }: Play, outcome: Outcome | undefined): Difference[] {
  if (outcome === undefined)
    return expected.status === null ? [] : [{ what: 'order', expected: expected.status, actual: 'unknown' }]
  if (expected.status === null) return [{ what: 'order', expected: 'unknown', actual: outcome.status }]

  const others = outcome.payments.filter(id => !payments.includes(id))
  if (others.length > 0) {
    const actual = `${others.length} more from another run; give --order an id that is new`
    return [{ what: 'payments', expected: 'of this run only', actual }]
  }

  const differs = (what: string, wanted: string | number, actual: string | number): Difference[] =>
    wanted === actual ? [] : [{ what, expected: String(wanted), actual: String(actual) }]

  return [
    ...differs('status', expected.status, outcome.status),
    ...differs('fulfilments', expected.fulfilments, outcome.fulfilments),
    ...differs('payments to refund', expected.paidTwice, outcome.paidTwice),
    ...compareLetters(expected, outcome.letters)
  ]
}

function compareLetters(
  { letters, lettersMayBeWithdrawn }: Play['expected'],
  states: Outcome['letters']
): Difference[] {
  const { sent = 0, withdrawn = 0, ...unlooked } = states
  const done = lettersMayBeWithdrawn ? sent + withdrawn : sent
  const all = sent + withdrawn + Object.values(unlooked).reduce((sum, count) => sum + count, 0)
  if (done === letters && all === letters) return []

  const wanted = letters === 0 ? 'none' : `${letters} sent${lettersMayBeWithdrawn ? ' or withdrawn' : ''}`
  const found = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  return [{ what: 'letters', expected: wanted, actual: found.join(', ') || 'none' }]
}
