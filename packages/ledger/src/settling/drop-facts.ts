import { column } from '../columns.ts'
import type { Statement } from '../statement.ts'
import { toldBefore } from './told-before.ts'
import type { ToldFact } from './told-facts.ts'

/**
 * Removes facts that an earlier reading of the same events told and the present one (`told`) does not, and marks the
 * orders that lose them: they are settled soon after. All these rows are locked already. What an erased event told stays.
 */
export const dropFacts = (eventIds: readonly string[], told: readonly ToldFact[]): Statement => ({
  name: 'drop-facts',
  text: `
    with gone as (
      delete from facts
      where ctid = any(array(
        select place from (${toldBefore('$1')}) as before
        where (event_id, payment_id, kind) not in (select * from unnest($2::text[], $3::text[], $4::text[]))
          and (select erased from events where events.id = event_id) is null))
      returning account, payment_id)
    update orders set unsettled = true
    where ctid = any(array(
      select loser.place
      from gone
      cross join lateral (
        select order_id from payments where payments.account = gone.account and payments.id = gone.payment_id limit 1
      ) as payment
      cross join lateral (
        select ctid as place from orders where orders.account = gone.account and orders.id = payment.order_id limit 1
      ) as loser))`,
  values: [eventIds, column(told, 'event'), column(told, 'payment'), column(told, 'kind')]
})
