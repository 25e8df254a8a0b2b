import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type Stripe from 'stripe'
import { aboutPayment } from './about-payment.ts'
import type { Told } from './fact.ts'
import { amountOf, idOf, textOf } from './fields.ts'
import type { Reading, ReadOne } from './reading.ts'

/**
 * Disputes, by docs.stripe.com/disputes, and the warnings before them, by docs.stripe.com/radar. They name the payment,
 * never the order. Every event of a dispute tells the dispute as it was then.
 */
export const disputes = {
  'charge.dispute.created': readDispute,
  'charge.dispute.updated': readDispute,
  'charge.dispute.funds_withdrawn': readDispute,
  'charge.dispute.funds_reinstated': readDispute,
  'charge.dispute.closed': readDispute,

  'radar.early_fraud_warning.created': event =>
    about(event, warning => ({ kind: 'fraud_warning', value: { warning } })),

  'review.opened': event =>
    about(event, review => ({ kind: 'radar_review', value: { review, isOpen: true } })),

  'review.closed': event =>
    about(event, review => ({ kind: 'radar_review', value: { review, isOpen: false } }))
} satisfies { [Type in Stripe.Event['type']]?: ReadOne }

type Dispute = Readonly<Partial<Record<keyof Stripe.Dispute, unknown>>>

function readDispute(event: StripeEvent): Reading {
  const { amount, currency, status, reason }: Dispute = event.data.object
  return about(event, dispute => ({
    kind: 'dispute',
    value: {
      dispute,
      amount: amountOf(amount),
      currency: textOf(currency),
      status: textOf(status),
      reason: textOf(reason)
    }
  }))
}

/** Disputes, warnings and reviews name their payment alike. One without an id of its own tells nothing. */
function about({ data }: StripeEvent, tell: (id: string) => Told): Reading {
  const { id, payment_intent, charge } = data.object
  const own = idOf(id)
  return aboutPayment({ payment: idOf(payment_intent) ?? idOf(charge) }, own === null ? [] : [tell(own)])
}
