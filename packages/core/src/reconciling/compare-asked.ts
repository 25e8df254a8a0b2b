import type { Told } from '../facts/fact.ts'
import { mergeDisputes } from '../orders/disputes.ts'
import { mergeRefunds } from '../orders/refunds.ts'
import type { Disagreement } from './difference.ts'

/** What is known of a payment: everything told of it, and the status of its order; null where nothing is. */
export type Known = Readonly<{ status: string | null; facts: readonly Told[] }>

/**
 * What Stripe says of one object, against what was settled. Only what would change something is a disagreement; so whatever
 * is found can be mended by adding what Stripe says.
 */
export function compareAsked(asked: readonly Told[], known: Known): Disagreement | undefined {
  const paid = asked.find(told => told.kind === 'paid')
  if (paid !== undefined) return comparePaid(paid.value, known)
  const refund = asked.find(told => told.kind === 'refund')
  if (refund !== undefined) return compareRefund(refund, known)
  const dispute = asked.find(told => told.kind === 'dispute')
  return dispute && compareDispute(dispute, known)
}

type Of<Kind extends Told['kind']> = Extract<Told, { kind: Kind }>

/** Where paid orders end. In review a person was told, and has to decide. */
const SETTLED: readonly (string | null)[] = ['fulfilled', 'review']

function comparePaid(
  { amount, currency }: Of<'paid'>['value'],
  { status, facts }: Known
): Disagreement | undefined {
  const told = facts.flatMap(fact => (fact.kind === 'paid' ? [fact.value] : []))
  const atStripe = money(amount, currency)
  if (told.length === 0 || !SETTLED.includes(status))
    return { kind: 'paid_not_fulfilled', atStripe, known: status ?? 'nothing' }
  if (told.some(value => value.amount === amount && value.currency === currency)) return undefined
  return {
    kind: 'different',
    atStripe,
    known: told.map(value => money(value.amount, value.currency)).join(', ')
  }
}

function compareRefund(asked: Of<'refund'>, { facts }: Known): Disagreement | undefined {
  const refundsIn = (all: readonly Told[]) =>
    mergeRefunds(
      all.flatMap(fact => (fact.kind === 'refunded' ? [fact.value] : [])),
      all.flatMap(fact => (fact.kind === 'refund' ? [fact.value] : []))
    )
  const [before, after] = [refundsIn(facts), refundsIn([...facts, asked])]
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  const { amount, status } = asked.value
  return {
    kind: 'different',
    atStripe: `refund of ${amount} ${status ?? ''}`.trim(),
    known: `${before.amount} refunded`
  }
}

function compareDispute(asked: Of<'dispute'>, { facts }: Known): Disagreement | undefined {
  const disputeIn = (all: readonly Told[]) =>
    mergeDisputes(all.flatMap(fact => (fact.kind === 'dispute' ? [fact.value] : []))).find(
      ({ dispute }) => dispute === asked.value.dispute
    )
  const [before, after] = [disputeIn(facts), disputeIn([...facts, asked])]
  const says = (dispute: typeof before) =>
    dispute === undefined
      ? 'nothing'
      : `dispute of ${money(dispute.amount, dispute.currency)} ${dispute.status ?? ''}`.trim()
  if (says(before) === says(after)) return undefined
  return { kind: 'different', atStripe: says(after), known: says(before) }
}

/** Minor units, as everywhere but in letters. */
const money = (amount: number | null, currency: string | null) => `${amount ?? '?'} ${currency ?? ''}`.trim()
