import type Stripe from 'stripe'
import { createIds } from '../../seed/ids.ts'
import { createRandom } from '../../seed/random.ts'
import { attempt } from '../../sequences/payments/attempt.ts'
import { ACCOUNT_EMPTY, decline, openIntent, startDebit, succeed } from '../../sequences/payments/intent.ts'
import type { Way } from '../../sequences/payments/method.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'

type Session = Stripe.Checkout.Session

/**
 * The payment intent that Checkout made for a session, as it is when this happens. It does not name the order: Checkout gives it
 * nothing of the session's metadata. undefined where there is none.
 */
export function intentBehind(
  event: TwinEvent,
  charges: readonly Stripe.Charge[]
): Stripe.PaymentIntent | undefined {
  const session = event.data.object
  if (session.object !== 'checkout.session' || session.payment_intent === null) return undefined

  const id = String(session.payment_intent)
  // By the id alone, so that each event of a session shows the same method and charge.
  const checkout = { order: orderOf(session), ids: createIds(createRandom(id)), now: event.created }
  const way = wayOf(session)
  const open = { ...openIntent(checkout, way, id), created: event.created, metadata: {} }
  const { as } = attempt(checkout, open, way)
  const told = charges.find(charge => charge.payment_intent === id)?.id
  const tried = { ...as, charge: told ?? as.charge }

  if (event.type === 'checkout.session.async_payment_failed') return decline(open, tried, ACCOUNT_EMPTY)
  return session.payment_status === 'paid' ? succeed(open, tried) : startDebit(open, tried)
}

const orderOf = ({ amount_total, currency, customer_details, locale }: Session) => ({
  id: '',
  amount: amount_total ?? 0,
  currency: currency ?? '',
  email: customer_details?.email ?? '',
  name: customer_details?.name ?? '',
  locale
})

const WAYS: Readonly<Partial<Record<string, Way>>> = {
  sepa_debit: 'debit',
  us_bank_account: 'debit',
  konbini: 'voucher',
  customer_balance: 'transfer'
}

/** Of several methods, the card pays at once. */
function wayOf({ payment_method_types: types, payment_status }: Session): Way {
  const delayed = types.find(type => Object.hasOwn(WAYS, type))
  return ((payment_status !== 'paid' || !types.includes('card')) && WAYS[delayed ?? '']) || 'card'
}
