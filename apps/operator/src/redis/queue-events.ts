import { withRedis } from '@paidonce/invariants/redis/with-redis'
import type { EventJob } from '@paidonce/shared/event-job'
import { queuedEvent } from '@paidonce/shared/queued-event'
import { eventQueueName } from '@paidonce/shared/queues'
import { withQueue } from './with-queues.ts'

/** Queues events for the workers. A job that is over makes room for one of the same event. Any queue is served. */
export const queueEvents = (redisUrl: string, jobs: readonly EventJob[]): Promise<void> =>
  withRedis(redisUrl, connection =>
    withQueue(connection, eventQueueName(0), async queue => {
      for (const { id } of jobs)
        if (['completed', 'failed'].includes(await queue.getJobState(id))) await queue.remove(id)
      await queue.addBulk(jobs.map(queuedEvent))
    })
  )
