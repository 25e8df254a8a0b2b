import type { SettledOrder } from '../settling/write-orders.ts'
import type { Statement } from '../statement.ts'

/** Lines that were there before the order was fulfilled are part of its announcement, which this transaction made. */
export const tellLineItems = (fulfilled: readonly SettledOrder[]): Statement => ({
  name: 'tell-line-items',
  text: `
    update announcements set data = (data::jsonb || jsonb_build_object('items', lists.lines))::json
    from unnest($1::text[], $2::text[], $3::text[]) as fulfilled (account, order_id, payment_id)
    join line_item_lists as lists
      on lists.account = fulfilled.account and lists.order_id = fulfilled.order_id
     and lists.payment_id = fulfilled.payment_id and lists.fetched is not null
    where announcements.account = fulfilled.account and announcements.order_id = fulfilled.order_id
      and announcements.kind = 'order.fulfilled' and announcements.payment_id = ''`,
  values: [
    fulfilled.map(({ key }) => key.account),
    fulfilled.map(({ key }) => key.id),
    fulfilled.map(({ settled }) => settled.fulfilment?.payment)
  ]
})
