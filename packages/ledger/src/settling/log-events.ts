import { column, uniqueBy } from '../columns.ts'
import type { Statement } from '../statement.ts'
import { accountOf, emailOf, modeOf, type ReadEvent } from './read-event.ts'

/**
 * Writes the ledger rows of finished events, whatever the ledger said of them before. Locks them in the order of their ids.
 * What was erased for a person's sake stays erased.
 */
export function logEvents(events: readonly ReadEvent[], codeVersion: string): Statement {
  const rows = uniqueBy(events, event => event.job.id).map(event => ({
    ...event.reading,
    account: accountOf(event),
    id: event.job.id,
    mode: modeOf(event.job),
    type: event.job.event.type,
    received: event.job.receivedAt,
    how: event.job.how,
    attempts: event.attempts,
    email: emailOf(event.reading),
    payload: event.payload
  }))

  return {
    name: 'log-events',
    text: `
      insert into events (account, id, mode, type, session_id, payment_id, order_id, email,
                          received, how, finished, attempts, code_version, payload)
      select account, id, mode, type, session_id, payment_id, order_id, email,
             received, how, now(), attempts, $13, payload::json
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                  $9::timestamptz[], $10::text[], $11::integer[], $12::text[])
           as event (account, id, mode, type, session_id, payment_id, order_id, email,
                     received, how, attempts, payload)
      order by id
      on conflict (id) do update set
        session_id = excluded.session_id, payment_id = excluded.payment_id, order_id = excluded.order_id,
        email = case when events.erased is null then excluded.email end, finished = excluded.finished, failed = null,
        attempts = excluded.attempts, error_code = null, error_text = null,
        code_version = excluded.code_version,
        payload = case when events.erased is null then excluded.payload end`,
    values: [
      column(rows, 'account'),
      column(rows, 'id'),
      column(rows, 'mode'),
      column(rows, 'type'),
      column(rows, 'session'),
      column(rows, 'payment'),
      column(rows, 'order'),
      column(rows, 'email'),
      column(rows, 'received'),
      column(rows, 'how'),
      column(rows, 'attempts'),
      column(rows, 'payload'),
      codeVersion
    ]
  }
}
