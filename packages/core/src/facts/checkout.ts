import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type Stripe from 'stripe'
import { aboutPayment } from './about-payment.ts'
import type { Amount, Buyer, OfSession, Told } from './fact.ts'
import { amountOf, idOf, partsOf, textOf } from './fields.ts'
import { orderIdOf } from './order-id.ts'
import type { Reading, ReadingRules, ReadOne } from './reading.ts'

/** Checkout, by docs.stripe.com/checkout/fulfillment: a session is paid at once, later, or never. */
export const checkout = {
  'checkout.session.completed': (event, rules) =>
    readSession(event, rules, session =>
      isPaid(session) ? [completed(session), paid(session)] : [completed(session)]
    ),

  'checkout.session.async_payment_succeeded': (event, rules) =>
    readSession(event, rules, session => [paid(session)]),

  'checkout.session.async_payment_failed': (event, rules) =>
    readSession(event, rules, session => [{ kind: 'failed', value: dueFrom(session) }]),

  'checkout.session.expired': (event, rules) =>
    readSession(event, rules, () => [{ kind: 'expired', value: {} }])
} satisfies { [Type in Stripe.Event['type']]?: ReadOne }

type SessionField = keyof Stripe.Checkout.Session
/** A session as any API version may have sent it: known names, unknown contents. */
type Session = Readonly<Partial<Record<SessionField, unknown>>>

function readSession(
  event: StripeEvent,
  { orderIdFrom }: ReadingRules,
  tell: (session: Session) => readonly Told[]
): Reading {
  const session: Session = event.data.object
  return aboutPayment(
    {
      session: idOf(session.id),
      // What pays is the payment intent; a session without one (free, or by subscription) stands for itself.
      payment: idOf(session.payment_intent) ?? idOf(session.id),
      order: orderIdOf(session, orderIdFrom),
      email: buyerOf(session).email
    },
    // A session that only stores a card for later (`mode=setup`) asks for no money, so there is nothing to fulfil.
    session.mode === 'setup' ? [] : tell(session)
  )
}

const NOTHING_LEFT_TO_PAY: readonly unknown[] = ['paid', 'no_payment_required']

const isPaid = (session: Session) => NOTHING_LEFT_TO_PAY.includes(session.payment_status)

const completed = (session: Session): Told => ({ kind: 'completed', value: soldBy(session) })
const paid = (session: Session): Told => ({ kind: 'paid', value: soldBy(session) })

const soldBy = (session: Session): Amount & Buyer & OfSession => ({
  ...dueFrom(session),
  session: idOf(session.id)
})

const dueFrom = (session: Session): Amount & Buyer => ({
  amount: amountOf(session.amount_total),
  currency: textOf(session.currency),
  ...buyerOf(session)
})

function buyerOf(session: Session): Buyer {
  const details = partsOf(session.customer_details)
  return {
    email: textOf(details.email) ?? textOf(session.customer_email),
    name: textOf(details.name),
    locale: textOf(session.locale)
  }
}
