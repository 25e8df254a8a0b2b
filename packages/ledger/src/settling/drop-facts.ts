import type { Statement } from '../statement.ts'
import type { ReadEvent } from './read-event.ts'
import { factRows } from './store-facts.ts'

/**
 * Removes facts that an earlier reading of the same events told and the present one does not, and marks the orders that lose
 * them: they are settled soon after. Their rows are locked already.
 */
export function dropFacts(events: readonly ReadEvent[]): Statement {
  const rows = factRows(events)
  return {
    name: 'drop-facts',
    text: `
      with gone as (
        delete from facts
        where event_id = any($1::text[])
          and (event_id, payment_id, kind) not in (select * from unnest($2::text[], $3::text[], $4::text[]))
        returning account, payment_id)
      update orders set unsettled = true
      from gone join payments on payments.account = gone.account and payments.id = gone.payment_id
      where orders.account = payments.account and orders.id = payments.order_id`,
    values: [
      events.map(({ job }) => job.id),
      rows.map(row => row.event),
      rows.map(row => row.payment),
      rows.map(row => row.kind)
    ]
  }
}
