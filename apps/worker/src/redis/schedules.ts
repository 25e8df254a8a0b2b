import { scheduleQueueName } from '@paidonce/shared/queues'
import { Queue, type Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { EVENT_RETRY, retryDelayMs } from '../batches/retry-delay.ts'
import { consume } from './consume.ts'

type ScheduleOptions = Readonly<{
  task: Parameters<typeof scheduleQueueName>[0]
  everyMs: number
  connection: Redis
  run: () => Promise<void>
  onError: (error: Error) => void
}>

/** A task that comes round: at once, and then every so often, in one worker at a time, however many have it. */
export function openSchedule({ task, everyMs, connection, run, onError }: ScheduleOptions) {
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
      if (kept?.every === everyMs) return
      await queue.setGlobalConcurrency(1)
      await queue.upsertJobScheduler(
        task,
        { every: everyMs },
        { name: task, opts: { removeOnComplete: true, removeOnFail: { count: 10 } } }
      )
    },
    close: async () => {
      await worker.close()
      await queue.close()
    }
  }
}
