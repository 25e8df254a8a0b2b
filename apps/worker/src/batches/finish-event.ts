import type { FactsTable, Reading, ReadingRules } from '@paidonce/core/facts/reading'
import { readEvent } from '@paidonce/core/facts/table'
import type { EventFailure } from '@paidonce/ledger/log-failure'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { describeError, SpeakingError } from '@paidonce/shared/describe-error'
import type { EventJob } from '@paidonce/shared/event-job'
import { hasCollided } from './has-collided.ts'

/** Which try of a job this is, counted from 1, and whether there will be another. */
export type Attempt = Readonly<{ number: number; isLast: boolean }>

type Ports = Readonly<{
  table: FactsTable
  rules: ReadingRules & Readonly<{ mode: 'test' | 'live'; codeVersion: string }>
  /** Resolves once the event is committed. */
  submit: (event: ReadEvent) => Promise<void>
  /** Resolves once the failure stands in the ledger, however long that takes. */
  logFailure: (failure: EventFailure) => Promise<unknown>
}>

/**
 * One event from its job to its commit. Throws what went wrong with it, after the ledger shows it: a failure that
 * nobody can see must not use up an attempt. What collided, be it the event or the note of its failure, is thrown as it is: it has
 * not been tried.
 */
export const createFinishEvent =
  ({ table, rules, submit, logFailure }: Ports) =>
  async (job: EventJob, attempt: Attempt): Promise<void> => {
    let reading: Reading | undefined
    try {
      if (job.event.livemode !== (rules.mode === 'live')) throw new EventOfOtherMode(rules.mode)
      reading = readEvent(table, rules, job.event)
      await submit({ job, reading, payload: JSON.stringify(job.event), attempts: attempt.number })
    } catch (error) {
      if (hasCollided(error)) throw error
      await logFailure({
        job,
        reading,
        error: describeError(error),
        attempts: attempt.number,
        isFinal: attempt.isLast,
        codeVersion: rules.codeVersion
      })
      throw error
    }
  }

/** An ingest of the other mode feeds this queue. */
class EventOfOtherMode extends SpeakingError {
  override readonly name = 'EventOfOtherMode'
  readonly code = 'EVENT_OF_OTHER_MODE'

  constructor(mode: 'test' | 'live') {
    super(`an event of the other mode reached a worker of ${mode} mode: give each mode a Redis of its own`)
  }
}
