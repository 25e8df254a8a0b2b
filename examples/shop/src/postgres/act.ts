import type pg from 'pg'
import type { Announcement } from '../redis/announcement.ts'

type Act = (client: pg.PoolClient, announcement: Announcement) => Promise<unknown>

/**
 * What this shop does about each kind. Announcements may overtake one another, so each says from which state it leads on: what is
 * shipped stays shipped. An order that is not the shop's own is none of its business: no row, nothing done.
 */
const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  [
    'order.fulfilled',
    (client, { order }) =>
      client.query(`update orders set status = 'shipped', parcels = parcels + 1 where id = $1`, [order])
  ],
  ['order.payment_failed', cancel],
  ['order.expired', cancel],
  [
    'order.review',
    (client, { order, data }) =>
      client.query(
        `update orders set status = 'review', note = $2 where id = $1 and status in ('waiting', 'cancelled')`,
        [order, `to be looked at: ${data.reasons?.join(', ') ?? 'see paidonce'}`]
      )
  ],
  [
    'order.paid_twice',
    (client, { order, data }) =>
      client.query(`update orders set note = $2 where id = $1`, [order, `paid twice: refund ${data.payment}`])
  ]
])

/** Does it inside the given transaction and nowhere else. A kind that this shop does not know is left alone. */
export async function act(client: pg.PoolClient, announcement: Announcement): Promise<void> {
  await ACTS.get(announcement.kind)?.(client, announcement)
}

async function cancel(client: pg.PoolClient, { order }: Announcement): Promise<void> {
  await client.query(`update orders set status = 'cancelled' where id = $1 and status = 'waiting'`, [order])
}
