import type { Reading } from '@paidonce/core/facts/reading'
import type { ErrorDescription } from '@paidonce/shared/describe-error'
import type { EventJob } from '@paidonce/shared/event-job'
import { modeOf } from './settling/read-event.ts'
import type { Statement } from './statement.ts'

export type EventFailure = Readonly<{
  job: EventJob
  /** What was understood of it, if it came so far. */
  reading: Reading | undefined
  error: ErrorDescription
  attempts: number
  /** True when no attempt is left: an operator has to act. */
  isFinal: boolean
  codeVersion: string
}>

/**
 * Shows an event that could not be finished. An event that was finished once stays finished: then its replay failed. Whoever
 * mends it needs its payload, so one that went by its age comes back; never one that a person was erased from.
 */
export const logFailure = ({
  job,
  reading,
  error,
  attempts,
  isFinal,
  codeVersion
}: EventFailure): Statement => ({
  name: 'log-failure',
  text: `
    insert into events (account, id, mode, type, received, how, failed, attempts, error_code, error_text,
                        code_version, payload, session_id, payment_id, order_id, email, created)
    values ($1, $2, $3, $4, $5, $6, case when $7 then now() end, $8, $9, $10, $11, $12, $13, $14, $15, $16, to_timestamp($17))
    on conflict (id) do update set
      failed = excluded.failed, discarded = null, told = null, attempts = excluded.attempts, error_code = excluded.error_code,
      error_text = excluded.error_text, code_version = excluded.code_version, created = excluded.created,
      payload = case when events.erased is null then coalesce(events.payload, excluded.payload) end`,
  values: [
    job.event.account ?? '',
    job.id,
    modeOf(job),
    job.event.type,
    job.receivedAt,
    job.how,
    isFinal,
    attempts,
    error.code,
    error.text,
    codeVersion,
    JSON.stringify(job.event),
    reading?.session,
    reading?.payment,
    reading?.order,
    reading?.email,
    job.event.created
  ]
})
