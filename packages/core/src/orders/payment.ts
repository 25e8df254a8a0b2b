import type { Amount, Buyer, Fact, FactValues } from '../facts/fact.ts'

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
    buyer: first(failed) ?? NOBODY,
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

/** Events of one payment agree on its amount. Should they not, the larger one wins, so that the guard sees the worst. */
const largest = (values: readonly Amount[]) =>
  sorted(values, value => [value.amount ?? -1, value.currency]).at(-1)

/** Two `failed` facts about one payment rarely differ; if they do, one is chosen by content, so that order cannot matter. */
const first = (values: readonly Buyer[]) =>
  sorted(values, value => [value.email === null ? 1 : 0, value.email, value.name, value.locale]).at(0)

function sorted<T>(values: readonly T[], key: (value: T) => readonly (string | number | null)[]): T[] {
  return [...values].sort((a, b) => compare(key(a), key(b)))
}

function compare(a: readonly (string | number | null)[], b: readonly (string | number | null)[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at === -1) return 0
  const [left, right] = [a[at] ?? '', b[at] ?? '']
  return left < right ? -1 : 1
}
