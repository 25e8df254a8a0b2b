import type pg from 'pg'
import type { NewOrder, Order } from '../orders/order.ts'

const COLUMNS = 'id, product, quantity, amount, currency, email, locale, status, note'

/** Writes an order. Under an id that is taken nothing is written. Gives what is there now. */
export const createWriteOrder =
  (shop: pg.Pool) =>
  async (order: NewOrder): Promise<Order> => {
    const { id, product, quantity, amount, currency, email, locale } = order
    await shop.query(
      `insert into orders (id, product, quantity, amount, currency, email, locale)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [id, product, quantity, amount, currency, email, locale]
    )
    const written = await findOrder(shop, id)
    if (written === undefined) throw new Error('an order that was just written is gone')
    return written
  }

export async function findOrder(shop: pg.Pool, id: string): Promise<Order | undefined> {
  const { rows } = await shop.query<Order>(`select ${COLUMNS} from orders where id = $1`, [id])
  return rows[0]
}
