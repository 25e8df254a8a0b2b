import { accountsIn } from './accounts-in.ts'
import { given, type Put } from './conditions.ts'
import { isAbout } from './find-events.ts'

/** By what an order is looked up, each by an index. */
export type OrderIds = Readonly<{
  order?: string | undefined
  session?: string | undefined
  payment?: string | undefined
  event?: string | undefined
  /** A refund, dispute, fraud warning or review. */
  about?: string | undefined
  email?: string | undefined
}>

/** Queries for the keys (account, order_id) of the orders that each id leads to; several ids mean orders that all lead to. */
export const orderKeys = (ids: OrderIds, put: Put): string[] => [
  ...given(
    ids.order,
    id =>
      `select account, id as order_id from orders where account = ${accountsIn('orders')} and id = ${put(id)}`
  ),
  ...given(ids.session, id => ofEvents(`session_id = ${put(id)}`)),
  ...given(ids.event, id => ofEvents(`id = ${put(id)}`)),
  ...given(
    ids.payment,
    id => `
      select account, order_id from payments
      where account = ${accountsIn('payments')} and id = ${put(id)} and order_id is not null`
  ),
  ...given(
    ids.about,
    id => `
      select linked.account, linked.order_id
      from (select distinct account, payment_id from facts where ${isAbout(put(id))}) as told
      cross join lateral (
        select account, order_id from payments
        where payments.account = told.account and payments.id = told.payment_id and order_id is not null limit 1
      ) as linked`
  ),
  ...given(ids.email, address => {
    const lower = `lower(${put(address)})`
    return `
      ${ofEvents(`lower(email) = ${lower}`)}
      union select account, order_id from letters where lower(recipient) = ${lower}`
  })
]

/** An event names its order, or a payment that knows it. */
const ofEvents = (where: string) => `
  select told.account, named.order_id
  from (select account, order_id, payment_id from events where ${where} offset 0) as told
  left join lateral (
    select order_id from payments where payments.account = told.account and payments.id = told.payment_id limit 1
  ) as linked on true
  cross join lateral (values (told.order_id), (linked.order_id)) as named (order_id)
  where named.order_id is not null`
