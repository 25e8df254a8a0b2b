import type { Statement } from '../statement.ts'
import { toldBefore } from './told-before.ts'
import type { Touched } from './touched.ts'

/**
 * Links payments to their orders, where known and not linked yet, and locks them in the order of their ids. This lock is
 * what keeps two workers from each seeing half of a payment's facts: a lock on orders could not hold a payment whose
 * order is not known yet. Payments that an earlier reading of these events told of are locked too: they lose those facts.
 * (`on conflict do update` locks the row that it meets even where its own `where` then leaves it unchanged.)
 */
export const linkPayments = ({ eventIds, payments }: Touched): Statement => ({
  name: 'link-payments',
  text: `
    insert into payments (account, id, order_id)
    select account, id, max(order_id)
    from (select account, id, order_id from unnest($1::text[], $2::text[], $3::text[]) as named (account, id, order_id)
          union all
          select account, payment_id, null from (${toldBefore('$4')}) as before) as touched
    where id <> ''
    group by account, id
    order by account, id
    on conflict (account, id) do update set order_id = excluded.order_id where payments.order_id is null`,
  values: [payments.accounts, payments.ids, payments.orders, eventIds]
})
