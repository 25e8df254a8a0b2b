import { scheduleQueueName } from '@paidonce/shared/queues'
import { Queue, type Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { EVENT_RETRY, retryDelayMs } from '../batches/retry-delay.ts'
import { consume } from './consume.ts'

/** At once and then every so often, or each time that this pattern of cron says, in UTC. */
type When = Readonly<{ every: number } | { pattern: string }>

type ScheduleOptions = Readonly<{
  task: Parameters<typeof scheduleQueueName>[0]
  when: When
  connection: Redis
  run: () => Promise<void>
  onError: (error: Error) => void
}>

/** A task that comes round, in one worker at a time, however many have it. */
export function openSchedule({ task, when, connection, run, onError }: ScheduleOptions) {
  const name = scheduleQueueName(task)
  const queue = new Queue(name, { connection })
  queue.on('error', onError)
  const worker: Worker = consume({
    queue: name,
    connection,
    concurrency: 1,
    process: run,
    retryDelayMs: attempt => retryDelayMs(attempt, EVENT_RETRY),
    onError
  })
  return {
    worker,
    /** Sees to it that it comes round, also in a Redis that has lost its memory. What is there already stays as it is. */
    keep: async () => {
      const kept = await queue.getJobScheduler(task)
      if (kept !== undefined && isAsKept(kept, when)) return
      await queue.setGlobalConcurrency(1)
      await queue.upsertJobScheduler(task, 'every' in when ? when : { ...when, tz: 'UTC' }, {
        name: task,
        opts: { removeOnComplete: true, removeOnFail: { count: 10 } }
      })
    },
    close: async () => {
      await worker.close()
      await queue.close()
    }
  }
}

type Kept = Readonly<{ every?: number; pattern?: string }>

const isAsKept = (kept: Kept, when: When) =>
  'every' in when ? kept.every === when.every : kept.pattern === when.pattern
