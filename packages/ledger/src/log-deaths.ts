import { type EventFailure, logFailure } from './log-failure.ts'
import type { Statement } from './statement.ts'

type Deaths = Pick<EventFailure, 'job' | 'attempts' | 'codeVersion'> &
  Readonly<{
    /** Whether a worker lived to try it for the last time. */
    hasRun: boolean
  }>

const DIED = { code: 'WORKERS_DIED', text: 'every worker that took this event died' }

/**
 * Shows an event that failed because every worker that took it died, whatever was said of it before. One that was tried to the
 * last said so itself, with its cause, and is left as it is. An event that was finished once stays finished: then its replay failed.
 */
export function logDeaths({ hasRun, ...deaths }: Deaths): Statement {
  const failure = logFailure({ ...deaths, reading: undefined, error: DIED, isFinal: true })
  const hasDied = failure.values.length + 1
  return {
    name: 'log-deaths',
    text: `${failure.text}
    where (events.finished is null or excluded.how = 'replay') and ($${hasDied} or events.failed is null)`,
    values: [...failure.values, !hasRun]
  }
}
