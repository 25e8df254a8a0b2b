import { eventQueueName, MOST_EVENT_QUEUES } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

/**
 * Event queues beyond the first `count` that hold unfinished events all the same: there were more of them once, or an ingest is
 * set to more than this worker.
 */
export async function findLeftQueues(connection: Redis, count: number): Promise<string[]> {
  const names = Array.from({ length: MOST_EVENT_QUEUES - count }, (_, index) => eventQueueName(count + index))
  const unfinished = await Promise.all(names.map(name => countUnfinished(connection, name)))
  return names.filter((_, index) => unfinished[index] !== 0)
}

async function countUnfinished(connection: Redis, name: string): Promise<number> {
  // A queue that nobody uses must not come to be by our looking at it.
  const queue = new Queue(name, { connection, skipMetasUpdate: true })
  try {
    return await queue.getJobCountByTypes('waiting', 'active', 'delayed')
  } finally {
    await queue.close()
  }
}
