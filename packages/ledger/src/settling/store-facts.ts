import { column } from '../columns.ts'
import type { Statement } from '../statement.ts'
import type { ToldFact } from './told-facts.ts'

/**
 * Writes what the events tell. Told again, a fact takes the newer value. Of an event that a person was erased from the facts
 * stay as they are.
 */
export const storeFacts = (told: readonly ToldFact[]): Statement => ({
  name: 'store-facts',
  text: `
    insert into facts (account, event_id, payment_id, kind, order_id, value)
    select account, event_id, payment_id, kind, order_id, value::json
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
         as told (account, event_id, payment_id, kind, order_id, value)
    where (select erased from events where events.id = told.event_id) is null
    on conflict (event_id, payment_id, kind, account) do update set
      order_id = excluded.order_id, value = excluded.value`,
  values: [
    column(told, 'account'),
    column(told, 'event'),
    column(told, 'payment'),
    column(told, 'kind'),
    column(told, 'order'),
    column(told, 'value')
  ]
})
