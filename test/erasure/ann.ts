import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'

/** The person to erase, and how she is written in different places. */
export const ANN = 'Quorbin.Ann@Example.com'
export const NAME = 'Zelmira Quorbin'
export const RULES = { orderIdFrom: ['metadata.order_id'], requireRegistration: false } as const
export const SURE = ['--by', 'bea', '--why', 'she asked', '--yes']

/** An event as Stripe sends it: the person stands in it several times. */
function ofAnn(event: StripeEvent): StripeEvent {
  const { object } = event.data
  const details = { ...(object.customer_details as object), name: NAME }
  return {
    ...event,
    data: { object: { ...object, customer_details: details, note: `for ${ANN.toLowerCase()}` } }
  }
}

const refundOf = (payment: string): StripeEvent => ({
  ...checkoutEvent('completed'),
  type: 'charge.refunded',
  data: {
    object: {
      id: `ch_${payment}`,
      object: 'charge',
      payment_intent: payment,
      amount: 3_000,
      amount_refunded: 1_000,
      billing_details: { email: null, name: NAME }
    }
  }
})

export const PAID = ofAnn(checkoutEvent('completed', { order: 'ann-1', payment: 'pi_ann1', email: ANN }))
export const REFUND = refundOf('pi_ann1')
export const FAILED = ofAnn(
  checkoutEvent('async_payment_failed', { order: 'ann-2', payment: 'pi_ann2', email: ANN.toUpperCase() })
)
/** Somebody else, whose address ends as Ann's does. */
export const JOANN = checkoutEvent('completed', { order: 'jo-1', payment: 'pi_jo', email: `jo${ANN}` })
