import type Stripe from 'stripe'
import type { Ids } from '../../seed/ids.ts'
import { answerDispute, beginDispute } from '../../sequences/disputes/tell-dispute.ts'
import { makeEvent } from '../../sequences/make-event.ts'
import { makeCharge } from '../../sequences/payments/charge.ts'
import { decide, reinstate } from '../../sequences/payments/dispute.ts'
import { makeMethod } from '../../sequences/payments/method.ts'
import { makeRefund } from '../../sequences/payments/refund.ts'
import { tellRefund } from '../../sequences/refunds/tell-refund.ts'
import type { Checkout, Step } from '../../sequences/sequence.ts'

/** What may happen to a payment that went through, by the names of the page's buttons. */
export const WAYS = ['refund_all', 'refund_half', 'dispute', 'win', 'lose'] as const
export type Way = (typeof WAYS)[number]
export const isWay = (text: unknown): text is Way => WAYS.includes(text as Way)

/** A payment of a session that is paid, and what became of it so far. */
export type Payment = Readonly<{
  session: Stripe.Checkout.Session
  intent: Stripe.PaymentIntent
  refunded: number
  dispute: Stripe.Dispute | undefined
}>

/** What can happen to it now. */
export function waysOf({ intent, refunded, dispute }: Payment): readonly Way[] {
  if (dispute?.status === 'won' || dispute?.status === 'lost') return []
  if (dispute !== undefined) return ['win', 'lose']
  if (refunded >= intent.amount) return []
  return refunded === 0 ? ['refund_all', 'refund_half', 'dispute'] : ['refund_all', 'dispute']
}

/** The events that tell of it. `now` is in seconds. */
export function happenAfterwards(
  payment: Payment,
  way: Way,
  { ids, now }: Readonly<{ ids: Ids; now: number }>
): readonly Step[] {
  const { intent, refunded, dispute } = payment
  const checkout = { order: orderOf(payment), ids, now }
  const charge = { ...chargeOf(checkout, intent), amount_refunded: refunded }
  const rest = intent.amount - refunded

  if (way === 'dispute') return beginDispute(checkout, charge, { amount: rest, reason: 'fraudulent' }).steps
  if (dispute !== undefined) return close(checkout, dispute, way === 'win' ? 'won' : 'lost')
  const amount = way === 'refund_half' ? Math.ceil(rest / 2) : rest
  return tellRefund(checkout, makeRefund(checkout, charge, { amount, status: 'succeeded' }), charge).steps
}

function close(checkout: Checkout, dispute: Stripe.Dispute, status: 'won' | 'lost'): readonly Step[] {
  const answered = answerDispute(checkout, dispute)
  const decided = decide(answered.dispute, status)
  const before = { status: answered.dispute.status }
  const closed: Step = { afterMs: 0, event: makeEvent(checkout, 'charge.dispute.closed', decided, before) }
  if (status === 'lost') return [answered.step, closed]
  const { balance_transactions } = dispute
  const back = makeEvent(checkout, 'charge.dispute.funds_reinstated', reinstate(checkout, decided), {
    balance_transactions
  })
  return [answered.step, closed, { afterMs: 0, event: back }]
}

const orderOf = ({ session, intent }: Payment) => ({
  id: '',
  amount: intent.amount,
  currency: intent.currency,
  email: session.customer_details?.email ?? '',
  name: session.customer_details?.name ?? '',
  locale: session.locale
})

/** The charge that the payment intent names, of which nothing else is kept. */
function chargeOf(checkout: Checkout, { id, latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge {
  const method = makeMethod(checkout, 'card')
  return makeCharge(checkout, { intent: id, method, ...(charge && { id: String(charge) }) })
}
