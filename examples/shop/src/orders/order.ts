import { randomBytes } from 'node:crypto'
import { findProduct } from './products.ts'

/** waiting: no word of the money yet. review: somebody has to look first. */
export type OrderStatus = 'waiting' | 'shipped' | 'cancelled' | 'review'

/** An order as this shop keeps it. `amount` is in the currency's smallest unit. */
export type Order = Readonly<{
  id: string
  product: string
  quantity: number
  amount: number
  currency: string
  email: string
  locale: string
  status: OrderStatus
  /** What somebody of the shop has to know of it. */
  note: string | null
}>

/** An order that a buyer wishes to place. */
export type NewOrder = Omit<Order, 'status' | 'note'>

const MOST_OF_ONE = 20
const LOCALES = ['en', 'vi']

/**
 * Reads the form of the basket. Whatever costs money is looked up here: a price that came from the browser would be the
 * buyer's price. Gives undefined if the form is not as our page made it.
 */
export function readOrder(form: Readonly<Record<string, unknown>>): NewOrder | undefined {
  const { id, email, locale } = form
  const product = findProduct(String(form.product))
  const quantity = Number(form.quantity)
  if (product === undefined || !Number.isInteger(quantity) || quantity < 1 || quantity > MOST_OF_ONE) return
  if (!isOrderId(id) || typeof email !== 'string' || !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)) return
  return {
    id,
    product: product.id,
    quantity,
    amount: product.price * quantity,
    currency: product.currency,
    email,
    locale: LOCALES.find(known => known === locale) ?? 'en'
  }
}

/** Whether both are for the same things at the same price, to the same buyer. */
export const isSameOrder = (one: NewOrder, other: NewOrder): boolean =>
  (['id', 'product', 'quantity', 'amount', 'currency', 'email', 'locale'] as const).every(
    field => one[field] === other[field]
  )

// Without letters that are read as digits.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Nobody guesses it, so whoever has it may see the order's page. */
export const newOrderId = (): string =>
  Array.from(randomBytes(12), byte => LETTERS[byte % LETTERS.length]).join('')

const isOrderId = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9A-HJKMNP-TV-Z]{12}$/.test(text)
