import type { StripeEvent } from '@paidonce/shared/stripe-event'

type Checkout = Readonly<{
  order?: string
  session?: string
  payment?: string | null
  amount?: number
  currency?: string
  status?: 'paid' | 'unpaid' | 'no_payment_required'
  mode?: 'payment' | 'setup'
  email?: string | null
  locale?: string | null
  account?: string
  livemode?: boolean
  /** Seconds; now if not given. */
  created?: number
}>

export type CheckoutType = 'completed' | 'async_payment_succeeded' | 'async_payment_failed' | 'expired'

let made = 0

/** A checkout event with all that paidonce looks at, and an id of its own. */
export function checkoutEvent(type: CheckoutType, checkout: Checkout = {}): StripeEvent {
  const number = `${process.pid}x${++made}`
  const {
    order,
    session = `cs_test_${number}`,
    payment = `pi_${number}`,
    email = 'buyer@example.com'
  } = checkout
  const paid = type === 'async_payment_succeeded' || (type === 'completed' && checkout.status === undefined)

  return {
    id: `evt_${number}`,
    object: 'event',
    type: `checkout.session.${type}`,
    created: checkout.created ?? Math.floor(Date.now() / 1000),
    livemode: checkout.livemode ?? false,
    ...(checkout.account && { account: checkout.account }),
    data: {
      object: {
        id: session,
        object: 'checkout.session',
        mode: checkout.mode ?? 'payment',
        payment_status: checkout.status ?? (paid ? 'paid' : 'unpaid'),
        payment_intent: payment,
        amount_total: checkout.amount ?? 3_000,
        currency: checkout.currency ?? 'eur',
        metadata: order === undefined ? {} : { order_id: order },
        customer_details: { email, name: 'Ann Example' },
        locale: checkout.locale ?? null
      }
    }
  }
}
