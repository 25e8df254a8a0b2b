import { badRequest, missing } from '../http/api-error.ts'
import type { Form } from '../http/read-form.ts'
import { integerOf, mapOf, requiredText } from './parameters.ts'

/** One line of what is bought. `amount` is that of all pieces, in the units Stripe counts in. */
export type BasketLine = Readonly<{ name: string; quantity: number; amount: number }>

/** The same as part of a session. */
export type Line = BasketLine & Readonly<{ id: string }>

export type Basket = Readonly<{ lines: readonly BasketLine[]; amount: number; currency: string }>

/** Reads `line_items`, whose prices must come with them: the twin keeps no catalogue. Throws ApiError. */
export function basketOf(form: Form): Basket {
  const lineItems = [...mapOf(form.get('line_items'), 'line_items').values()]
  if (lineItems.length === 0) throw missing('line_items')

  const priced = lineItems.map((value, index) => priceOf(mapOf(value, `line_items[${index}]`), index))
  const [{ currency } = { currency: '' }] = priced
  const other = priced.findIndex(line => line.currency !== currency)
  if (other !== -1) throw badRequest('All line items must have the same currency.', `line_items[${other}]`)

  return { lines: priced, amount: priced.reduce((sum, line) => sum + line.amount, 0), currency }
}

function priceOf(line: Form, index: number): BasketLine & { currency: string } {
  const at = (path: string) => `line_items[${index}]${path}`
  if (line.has('price'))
    throw badRequest('This stand-in for Stripe keeps no prices: use price_data.', at('[price]'))
  if (!line.has('price_data')) throw missing(at('[price_data]'))

  const price = mapOf(line.get('price_data'), at('[price_data]'))
  const product = mapOf(price.get('product_data'), at('[price_data][product_data]'))
  const currency = requiredText(price, 'currency', at('[price_data][currency]')).toLowerCase()
  if (!/^[a-z]{3}$/.test(currency))
    throw badRequest('Invalid currency: it must be a code such as eur.', at('[price_data][currency]'))

  const unit = requiredText(price, 'unit_amount', at('[price_data][unit_amount]'))
  const quantity = integerOf(requiredText(line, 'quantity', at('[quantity]')), at('[quantity]'), 1)
  return {
    name: requiredText(product, 'name', at('[price_data][product_data][name]')),
    quantity,
    amount: integerOf(unit, at('[price_data][unit_amount]'), 0) * quantity,
    currency
  }
}
