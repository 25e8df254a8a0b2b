import type { Ledger } from '@paidonce/ledger/pool'
import type { Play } from '@paidonce/stripe-twin/sequences/play'

/** Tells what these orders cost, as the shop does before it takes the payment. A free one costs what Checkout says, not its goods. */
export async function registerOrders(ledger: Ledger, plays: readonly Play[]): Promise<void> {
  await ledger.pool.query(
    `select register_order('', id, amount, currency)
     from unnest($1::text[], $2::bigint[], $3::text[]) as known (id, amount, currency)`,
    [plays.map(({ order }) => order.id), plays.map(amountOf), plays.map(({ order }) => order.currency)]
  )
}

function amountOf({ steps, order }: Play): number {
  const object = steps[0]?.event.data.object
  return object?.object === 'checkout.session' ? (object.amount_total ?? order.amount) : order.amount
}
