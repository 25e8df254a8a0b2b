import { type EventFailure, logFailure } from './log-failure.ts'
import type { Statement } from './statement.ts'

type Deaths = Pick<EventFailure, 'job' | 'attempts' | 'codeVersion'>

const DIED = { code: 'WORKERS_DIED', text: 'every worker that took this event died' }

/**
 * Shows an event that failed because every worker that took it died. One that failed in any other way said so itself,
 * with its cause, and is left as it is.
 */
export function logDeaths(deaths: Deaths): Statement {
  const failure = logFailure({ ...deaths, reading: undefined, error: DIED, isFinal: true })
  return {
    ...failure,
    name: 'log-deaths',
    text: `${failure.text} where events.finished is null and events.failed is null`
  }
}
