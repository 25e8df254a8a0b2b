import type Stripe from 'stripe'
import type { Ids } from '../../seed/ids.ts'
import type { Hosted } from './create-session.ts'
import type { BasketLine } from './line-items.ts'

/** A session that was not made here, and what was bought; one line for all of it if not said. */
export type Registration = Readonly<{ session: Stripe.Checkout.Session; lines?: readonly BasketLine[] }>

export const hostedOf = ({ session, lines = [allOf(session)] }: Registration, ids: Ids): Hosted => ({
  session,
  lines: lines.map(line => ({ ...line, id: ids.lineItem() }))
})

const allOf = ({ metadata, amount_total: total }: Stripe.Checkout.Session): BasketLine => ({
  name: `Order ${metadata?.order_id ?? ''}`.trim(),
  quantity: 1,
  amount: total ?? 0
})

export function isRegistration(value: unknown): value is Registration {
  const { session, lines } = (value ?? {}) as Readonly<Partial<Record<keyof Registration, unknown>>>
  const { id, object } = (session ?? {}) as Readonly<Partial<Record<'id' | 'object', unknown>>>
  return (
    typeof id === 'string' &&
    /^cs_test_\w{1,100}$/.test(id) &&
    object === 'checkout.session' &&
    (lines === undefined || (Array.isArray(lines) && lines.every(isLine)))
  )
}

function isLine(value: unknown): value is BasketLine {
  const { name, quantity, amount } = (value ?? {}) as Readonly<Partial<Record<keyof BasketLine, unknown>>>
  return (
    typeof name === 'string' &&
    Number.isSafeInteger(quantity) &&
    Number(quantity) > 0 &&
    Number.isSafeInteger(amount)
  )
}
