import type { Amount, Buyer, Fact, FactValues } from '../facts/fact.ts'
import { sortedByContent } from './sorted-by-content.ts'

/** All that is known of one payment: its facts merged by rules that no order or repetition changes. */
export type Payment = Readonly<{
  id: string
  status: 'paid' | 'failed' | 'awaiting' | 'expired' | 'none'
  /** What was to be paid, from the strongest fact that says so. */
  due: Amount
  buyer: Buyer
  /** The highest refunded amount heard of. */
  refunded: number
  /** Orders that events named for it, sorted. More than one is a contradiction. */
  orders: readonly string[]
}>

type Values<Kind extends keyof FactValues> = readonly FactValues[Kind][]

const NOBODY: Buyer = { email: null, name: null, locale: null }
const NOTHING: Amount = { amount: null, currency: null }

/** Merges the facts of one payment. Any order and any repetition of `facts` gives the same. */
export function mergePayment(id: string, facts: readonly Fact[]): Payment {
  const values = <Kind extends keyof FactValues>(kind: Kind) =>
    facts.filter(fact => fact.kind === kind).map(fact => fact.value) as unknown as Values<Kind>

  const paid = values('paid')
  const failed = values('failed')
  const completed = values('completed')

  return {
    id,
    status: statusOf(paid.length, failed.length, completed.length, values('expired').length),
    due: largest(paid) ?? largest(failed) ?? largest(completed) ?? NOTHING,
    buyer: reachable(failed) ?? NOBODY,
    refunded: Math.max(0, ...values('refunded').map(value => value.amount)),
    orders: [...new Set(facts.flatMap(fact => fact.order ?? []))].sort()
  }
}

function statusOf(paid: number, failed: number, completed: number, expired: number): Payment['status'] {
  if (paid > 0) return 'paid'
  if (failed > 0) return 'failed'
  if (completed > 0) return 'awaiting'
  return expired > 0 ? 'expired' : 'none'
}

/** Events of one payment agree on its money. Should they not, the largest amount stands. */
function largest(values: readonly Amount[]): Amount | undefined {
  const value = sortedByContent(values, ({ amount, currency }) => [amount ?? -1, currency]).at(-1)
  return value && { amount: value.amount, currency: value.currency }
}

/** Of several failures the first that has an address. */
const reachable = (values: readonly Buyer[]) =>
  sortedByContent(values, ({ email, name, locale }) => [email === null ? 1 : 0, email, name, locale]).at(0)
