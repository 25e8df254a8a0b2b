import { withRedis } from '@paidonce/invariants/redis/with-redis'
import type { EventJob } from '@paidonce/shared/event-job'
import { queuedEvent } from '@paidonce/shared/queued-event'
import { eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'

/** Queues events for the workers. A job that is over makes room for one of the same event. Any queue is served. */
export const queueEvents = (redisUrl: string, jobs: readonly EventJob[]): Promise<void> =>
  withRedis(redisUrl, async connection => {
    const queue = new Queue(eventQueueName(0), { connection, skipMetasUpdate: true, skipVersionCheck: true })
    queue.on('error', () => undefined)
    try {
      for (const { id } of jobs)
        if (['completed', 'failed'].includes(await queue.getJobState(id))) await queue.remove(id)
      await queue.addBulk(jobs.map(queuedEvent))
    } finally {
      await queue.close()
    }
  })
