import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type Stripe from 'stripe'
import type { Amount, Buyer, Fact } from './fact.ts'
import { amountOf, idOf, partsOf, textOf } from './fields.ts'
import { orderIdOf } from './order-id.ts'
import type { Reading, ReadingRules, ReadOne } from './reading.ts'

/** Checkout, by docs.stripe.com/checkout/fulfillment: a session is paid at once, later, or never. */
export const checkout = {
  'checkout.session.completed': (event, rules) =>
    readSession(event, rules, session =>
      isPaid(session) ? [tell(session, 'completed'), tell(session, 'paid')] : [tell(session, 'completed')]
    ),

  'checkout.session.async_payment_succeeded': (event, rules) =>
    readSession(event, rules, session => [tell(session, 'paid')]),

  'checkout.session.async_payment_failed': (event, rules) =>
    readSession(event, rules, session => [tell(session, 'failed')]),

  'checkout.session.expired': (event, rules) =>
    readSession(event, rules, session => [tell(session, 'expired')])
} satisfies { [Type in Stripe.Event['type']]?: ReadOne }

type SessionField = keyof Stripe.Checkout.Session
/** A session as any API version may have sent it: known names, unknown contents. */
type Session = Readonly<Partial<Record<SessionField, unknown>>>
type Named = Readonly<{ session: Session; payment: string; order: string | null }>

const NOTHING_LEFT_TO_PAY: readonly unknown[] = ['paid', 'no_payment_required']

const isPaid = ({ session }: Named) => NOTHING_LEFT_TO_PAY.includes(session.payment_status)

/** What pays is the payment intent; a session without one (free, or by subscription) stands for itself. */
const paymentOf = (session: Session) => idOf(session.payment_intent) ?? idOf(session.id)

function readSession(
  event: StripeEvent,
  rules: ReadingRules,
  factsOf: (named: Named) => readonly Fact[]
): Reading {
  const session: Session = event.data.object
  const payment = paymentOf(session)
  const order = orderIdOf(session, rules.orderIdFrom)
  // A session that only stores a card for later (`mode=setup`) asks for no money, so there is nothing to fulfil.
  const facts = payment === null || session.mode === 'setup' ? [] : factsOf({ session, payment, order })

  return { session: idOf(session.id), payment, order, email: buyerOf(session).email, facts }
}

const VALUES = {
  completed: amountDue,
  paid: amountDue,
  failed: (session: Session) => ({ ...amountDue(session), ...buyerOf(session) }),
  expired: () => ({})
}

const tell = <Kind extends keyof typeof VALUES>({ session, payment, order }: Named, kind: Kind) =>
  ({ kind, payment, order, value: VALUES[kind](session) }) as Extract<Fact, { kind: Kind }>

function amountDue(session: Session): Amount {
  return { amount: amountOf(session.amount_total), currency: textOf(session.currency) }
}

function buyerOf(session: Session): Buyer {
  const details = partsOf(session.customer_details)
  return {
    email: textOf(details.email) ?? textOf(session.customer_email),
    name: textOf(details.name),
    locale: textOf(session.locale)
  }
}
