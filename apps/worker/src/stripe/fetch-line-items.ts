import { amountOf, idOf, textOf } from '@paidonce/core/facts/fields'
import type { LineItem } from '@paidonce/shared/line-item'
import type Stripe from 'stripe'

type Wanted = Readonly<{ account: string; session: string }>

const A_PAGE = 100

/** All lines of a Checkout Session, page after page. Throws Stripe's errors. */
export async function fetchLineItems(stripe: Stripe, { account, session }: Wanted): Promise<LineItem[]> {
  const as = account === '' ? {} : { stripeAccount: account }
  const lines: LineItem[] = []
  for await (const line of stripe.checkout.sessions.listLineItems(session, { limit: A_PAGE }, as))
    lines.push(lineItemOf(line))
  return lines
}

const lineItemOf = (line: Stripe.LineItem): LineItem => ({
  id: line.id,
  description: textOf(line.description),
  quantity: amountOf(line.quantity),
  amount: amountOf(line.amount_total),
  currency: textOf(line.currency),
  price: idOf(line.price),
  product: idOf(line.price?.product)
})
