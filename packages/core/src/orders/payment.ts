import type { Amount, Buyer, Fact } from '../facts/fact.ts'
import { type Dispute, mergeDisputes } from './disputes.ts'
import { type FraudMark, mergeFraud } from './fraud.ts'
import { type PaymentStatus, paymentStatus } from './payment-status.ts'
import { mergeRefunds, type Refunds } from './refunds.ts'
import { sortedByContent } from './sorted-by-content.ts'
import { type ValuesOf, valuesOf } from './values-of.ts'

/** All that is known of one payment: its facts merged by rules that no order or repetition changes. */
export type Payment = Readonly<{
  id: string
  status: PaymentStatus
  /** What was to be paid, from the strongest fact that says so. */
  due: Amount
  buyer: Buyer
  /** The Checkout Session it was paid in, where events told; of several the first by id. */
  session: string | null
  /** A failure that a session told of: the buyer has left its page, so nobody is about to try again. */
  isGivenUp: boolean
  refunds: Refunds
  disputes: readonly Dispute[]
  fraud: readonly FraudMark[]
  /** Orders that events named for it, sorted. More than one is a contradiction. */
  orders: readonly string[]
}>

const NOBODY: Buyer = { email: null, name: null, locale: null }
const NOTHING: Amount = { amount: null, currency: null }

/** Merges the facts of one payment. Any order and any repetition of `facts` gives the same. */
export function mergePayment(id: string, facts: readonly Fact[]): Payment {
  const values: ValuesOf = kind => valuesOf(facts, kind)
  const failed = values('failed')

  return {
    id,
    status: paymentStatus(values),
    due:
      largest(values('paid')) ??
      largest(failed) ??
      largest(values('completed')) ??
      largest([...values('declined'), ...values('underway')]) ??
      NOTHING,
    buyer:
      reachable(failed) ??
      reachable([...values('completed'), ...values('paid'), ...values('declined'), ...values('refunded')]) ??
      NOBODY,
    session:
      [...values('completed'), ...values('paid')].flatMap(({ session }) => session ?? []).sort()[0] ?? null,
    isGivenUp: failed.length > 0,
    refunds: mergeRefunds(values('refunded'), values('refund')),
    disputes: mergeDisputes(values('dispute')),
    fraud: mergeFraud(values('fraud_warning'), values('radar_review')),
    orders: [...new Set(facts.flatMap(fact => fact.order ?? []))].sort()
  }
}

/** Events of one payment agree on its money. Should they not, the largest amount stands. */
function largest(values: readonly Amount[]): Amount | undefined {
  const value = sortedByContent(values, ({ amount, currency }) => [amount ?? -1, currency]).at(-1)
  return value && { amount: value.amount, currency: value.currency }
}

/** Of several tellings the first that has an address, of these one that has a language. */
function reachable(values: readonly Partial<Buyer>[]): Buyer | undefined {
  const buyers = values.map(value => ({
    email: value.email ?? null,
    name: value.name ?? null,
    locale: value.locale ?? null
  }))
  return sortedByContent(buyers, ({ email, name, locale }) => [
    email === null ? 1 : 0,
    locale === null ? 1 : 0,
    email,
    name,
    locale
  ]).at(0)
}
