import { column, uniqueBy } from '../columns.ts'
import type { Statement } from '../statement.ts'
import { accountOf, type ReadEvent } from './read-event.ts'

/** Facts as rows, one a key (event, payment, kind). */
export function factRows(events: readonly ReadEvent[]) {
  const rows = events.flatMap(event =>
    event.reading.facts.map(({ payment, kind, order, value }) => ({
      account: accountOf(event),
      event: event.job.id,
      payment,
      kind,
      order,
      value: JSON.stringify(value)
    }))
  )
  return uniqueBy(rows, ({ event, payment, kind }) => [event, payment, kind].join('\0'))
}

/** Writes what the events tell. Told again, a fact takes the newer value. */
export function storeFacts(events: readonly ReadEvent[]): Statement {
  const rows = factRows(events)
  return {
    name: 'store-facts',
    text: `
      insert into facts (account, event_id, payment_id, kind, order_id, value)
      select account, event_id, payment_id, kind, order_id, value::json
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           as told (account, event_id, payment_id, kind, order_id, value)
      on conflict (event_id, payment_id, kind, account) do update set
        order_id = excluded.order_id, value = excluded.value`,
    values: [
      column(rows, 'account'),
      column(rows, 'event'),
      column(rows, 'payment'),
      column(rows, 'kind'),
      column(rows, 'order'),
      column(rows, 'value')
    ]
  }
}
