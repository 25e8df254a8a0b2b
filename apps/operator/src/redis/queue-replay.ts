import { eventQueueNames } from '@paidonce/invariants/redis/event-queue-names'
import { withRedis } from '@paidonce/invariants/redis/with-redis'
import { replayedEvent } from '@paidonce/shared/queued-event'
import { eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { ReplayPortion } from '../operations/replay/run-replay.ts'

/**
 * Queues events to be read again, each as a job of this replay, and then takes away the failed jobs that they leave behind: what
 * they held is queued now. A job that still waits for its next try stays; whichever comes first finishes the event.
 */
export const queueReplay = (redisUrl: string, { replay, jobs, leftBehind }: ReplayPortion): Promise<void> =>
  withRedis(redisUrl, async connection => {
    await withQueue(connection, eventQueueName(0), queue =>
      queue.addBulk(jobs.map(job => replayedEvent(job, replay)))
    )
    for (const name of await eventQueueNames(connection))
      await withQueue(connection, name, queue => removeFailed(queue, connection, leftBehind))
  })

async function removeFailed(queue: Queue, redis: Redis, ids: readonly string[]): Promise<void> {
  const scores = await redis.pipeline(ids.map(id => ['zscore', queue.toKey('failed'), id])).exec()
  for (const [index, id] of ids.entries())
    if (typeof scores?.[index]?.[1] === 'string') await queue.remove(id)
}

async function withQueue<T>(connection: Redis, name: string, work: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = new Queue(name, { connection, skipMetasUpdate: true, skipVersionCheck: true })
  queue.on('error', () => undefined)
  try {
    return await work(queue)
  } finally {
    await queue.close()
  }
}
