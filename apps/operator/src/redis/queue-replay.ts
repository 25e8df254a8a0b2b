import { eventQueueNames } from '@paidonce/invariants/redis/event-queue-names'
import { withRedis } from '@paidonce/invariants/redis/with-redis'
import type { EventJob } from '@paidonce/shared/event-job'
import { groupBy } from '@paidonce/shared/group-by'
import { queuedEvent, replayedEvent } from '@paidonce/shared/queued-event'
import { eventQueueFor } from '@paidonce/shared/queues'
import { isRoomy } from '@paidonce/shared/redis-settings'
import type { Queue } from 'bullmq'
import type { ReplayPortion } from '../operations/replay/queue-portion.ts'
import { wakeJob } from './wake-job.ts'
import { withQueues } from './with-queues.ts'

/**
 * Queues events to be read again; gives false, and does nothing, while Redis is too full to take them. An event's own job is
 * woken where it failed or waits for its next try. Else a job is added: the replay's, or the event's own where the event was never
 * finished, for there the sweep looks for it. Then the failed jobs of earlier replays go: what they held is queued now.
 * Throws a sentence when Redis does not answer.
 */
export const queueReplay = (redisUrl: string, portion: ReplayPortion): Promise<boolean> =>
  withRedis(redisUrl, async redis => {
    if (!isRoomy(await redis.info('memory'))) return false
    await withQueues(redis, await eventQueueNames(redis), async queues => {
      const added = await Promise.all(portion.jobs.map(job => jobToAdd(queues, portion, job)))
      await addAll(queues, added.flat())
      for (const queue of queues) await Promise.all(portion.leftBehind.map(id => removeFailed(queue, id)))
    })
    return true
  })

type Added = ReturnType<typeof queuedEvent>

async function jobToAdd(
  queues: readonly Queue[],
  { replay, unfinished }: ReplayPortion,
  job: EventJob
): Promise<Added[]> {
  const woken = await wakeJob(queues, job)
  if (woken === 'woken') return []
  return [woken === 'gone' && unfinished.has(job.id) ? queuedEvent(job) : replayedEvent(job, replay)]
}

async function addAll(queues: readonly Queue[], added: readonly Added[]): Promise<void> {
  for (const [name, lot] of groupBy(added, ({ data }) => eventQueueFor(data.id, queues.length)))
    await (queues.find(queue => queue.name === name) ?? queues[0])?.addBulk([...lot])
}

async function removeFailed(queue: Queue, id: string): Promise<void> {
  if ((await queue.getJobState(id)) === 'failed') await queue.remove(id)
}
