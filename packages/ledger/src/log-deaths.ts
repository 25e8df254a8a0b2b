import type { EventJob } from '@paidonce/shared/event-job'
import { modeOf } from './settling/read-event.ts'
import type { Statement } from './statement.ts'

type Deaths = Readonly<{ job: EventJob; attempts: number; codeVersion: string }>

/**
 * Shows an event that failed because every worker that took it died. One that failed in any other way said so itself,
 * with its cause, and is left as it is.
 */
export const logDeaths = ({ job, attempts, codeVersion }: Deaths): Statement => ({
  name: 'log-deaths',
  text: `
    insert into events (account, id, mode, type, received, how, failed, attempts, error_code, error_text,
                        code_version, payload)
    values ($1, $2, $3, $4, $5, $6, now(), $7, 'WORKERS_DIED', 'every worker that took this event died', $8, $9)
    on conflict (id) do update set
      failed = excluded.failed, attempts = excluded.attempts, error_code = excluded.error_code,
      error_text = excluded.error_text, code_version = excluded.code_version
      where events.finished is null and events.failed is null`,
  values: [
    job.event.account ?? '',
    job.id,
    modeOf(job),
    job.event.type,
    job.receivedAt,
    job.how,
    attempts,
    codeVersion,
    JSON.stringify(job.event)
  ]
})
