import { ANNOUNCEMENTS_QUEUE, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { type JobType, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { FoundQueue, QueueKind } from '../found.ts'
import { eventQueueNames } from './event-queue-names.ts'
import { withRedis } from './with-redis.ts'

const OPEN = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children'] as const
const NAMED = 20
const PAGE = 1_000

/** Looks at all jobs and changes nothing. Throws a sentence when Redis does not answer. */
export const readQueues = (redisUrl: string): Promise<FoundQueue[]> =>
  withRedis(redisUrl, async redis => {
    const events = await eventQueueNames(redis)
    return [
      await readKind(redis, 'events', events),
      await readKind(redis, 'letters', [LETTERS_QUEUE]),
      await readKind(redis, 'announcements', [ANNOUNCEMENTS_QUEUE])
    ]
  })

async function readKind(redis: Redis, kind: QueueKind, names: readonly string[]): Promise<FoundQueue> {
  const queues = names.map(name => openQueue(redis, name))
  const perQueue = await Promise.all(
    queues.map(async queue => ({
      open: await queue.getJobCountByTypes(...OPEN),
      someOpen: await queue.getRanges([...OPEN], 0, NAMED - 1),
      failed: await all(queue, 'failed'),
      completed: await all(queue, 'completed')
    }))
  )
  await Promise.all(queues.map(queue => queue.close()))
  return {
    kind,
    open: perQueue.reduce((sum, { open }) => sum + open, 0),
    someOpen: perQueue.flatMap(({ someOpen }) => someOpen).slice(0, NAMED),
    failed: perQueue.flatMap(({ failed }) => failed),
    completed: perQueue.flatMap(({ completed }) => completed)
  }
}

/** Completed jobs are kept by number, failed ones until somebody acts: ids of both fit into memory. */
async function all(queue: Queue, type: JobType): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; ; from += PAGE) {
    const page = await queue.getRanges([type], from, from + PAGE - 1)
    ids.push(...page)
    if (page.length < PAGE) return ids
  }
}

function openQueue(connection: Redis, name: string): Queue {
  const skip = { skipMetasUpdate: true, skipVersionCheck: true, skipWaitingForReady: true }
  const queue = new Queue(name, { connection, ...skip })
  queue.on('error', () => undefined)
  return queue
}
