import type Stripe from 'stripe'
import { type Page, pageOf } from '../http/read-page.ts'
import type { Hosted } from './create-session.ts'
import type { Line } from './line-items.ts'

/** As it is sent: decimals are texts on the wire. */
type LineItem = Omit<Stripe.LineItem, 'price'> & Readonly<{ price: Price }>
type Price = Omit<Stripe.Price, 'unit_amount_decimal'> & Readonly<{ unit_amount_decimal: string }>

/** `GET /v1/checkout/sessions/:id/line_items`. Throws ApiError. */
export function listLineItems({ session, lines }: Hosted, page: Page) {
  return {
    object: 'list',
    ...pageOf(
      lines.map(line => lineItemOf(session, line)),
      page
    ),
    url: `/v1/checkout/sessions/${session.id}/line_items`
  }
}

const lineItemOf = (session: Stripe.Checkout.Session, line: Line): LineItem => ({
  id: line.id,
  object: 'item',
  adjustable_quantity: null,
  amount_discount: 0,
  amount_subtotal: line.amount,
  amount_tax: 0,
  amount_total: line.amount,
  currency: session.currency ?? '',
  description: line.name,
  metadata: {},
  price: priceOf(session, line),
  quantity: line.quantity
})

/** Made with the session, for it alone. */
const priceOf = ({ created, currency }: Stripe.Checkout.Session, line: Line): Price => ({
  id: `price_${line.id.slice('li_'.length)}`,
  object: 'price',
  active: false,
  billing_scheme: 'per_unit',
  created,
  currency: currency ?? '',
  custom_unit_amount: null,
  livemode: false,
  lookup_key: null,
  metadata: {},
  nickname: null,
  product: `prod_${line.id.slice('li_'.length)}`,
  recurring: null,
  tax_behavior: 'unspecified',
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
  unit_amount: line.amount / line.quantity,
  unit_amount_decimal: String(line.amount / line.quantity)
})
