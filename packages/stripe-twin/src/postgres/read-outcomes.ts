import pg from 'pg'
import type { Outcome, Outcomes } from '../check/outcome.ts'

const ONE_OWN_ACCOUNT = ''

/** Uses the primary keys, payments_order and letters_order. */
const READ_ORDERS = `
  select orders.id, orders.status, orders.unsettled,
    cardinality(orders.paid_twice) as "paidTwice",
    orders.refunded::double precision as refunded,
    cardinality(orders.refund_failed) as "refundsFailed",
    orders.dispute, orders.fraud,
    (select count(*)::integer from fulfilments
      where fulfilments.account = orders.account and fulfilments.order_id = orders.id) as fulfilments,
    array(select payments.id from payments
      where payments.account = orders.account and payments.order_id = orders.id) as payments,
    (select coalesce(json_object_agg(kind, states), '{}')
      from (select kind, json_object_agg(status, count) as states
        from (select letters.kind, letters.status, count(*) from letters
          where letters.account = orders.account and letters.order_id = orders.id
          group by letters.kind, letters.status) as counted
        group by kind) as of_a_kind) as letters
  from orders
  where orders.account = $1 and orders.id = any($2::text[])`

const READ_UNFINISHED = `
  select asked.id from unnest($1::text[]) as asked (id)
  where not exists (select from events where events.id = asked.id and events.finished is not null)`

/** Opens a connection that reads what the ledger says of a run. Rejects if there is no ledger to read. */
export async function openOutcomes(databaseUrl: string) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'paidonce-stripe-twin',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000
  })
  // A connection lost between two looks makes the next look fail, which says enough.
  client.on('error', () => undefined)
  await client.connect()

  return {
    readOutcomes: async ({
      orderIds,
      eventIds
    }: Readonly<{ orderIds: string[]; eventIds: string[] }>): Promise<Outcomes> => {
      const orders =
        orderIds.length === 0
          ? []
          : (await client.query<Outcome>(READ_ORDERS, [ONE_OWN_ACCOUNT, orderIds])).rows
      const unfinished = await client.query<{ id: string }>(READ_UNFINISHED, [eventIds])
      return {
        orders: new Map(orders.map(order => [order.id, order])),
        unfinished: unfinished.rows.map(({ id }) => id)
      }
    },
    close: () => client.end()
  }
}
