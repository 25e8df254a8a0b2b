import { eventQueueNames } from '@paidonce/invariants/redis/event-queue-names'
import { withRedis } from '@paidonce/invariants/redis/with-redis'
import { type EventJob, readEventJob } from '@paidonce/shared/event-job'

/** The events that still have a job in Redis, by their ids. Throws a sentence when Redis does not answer. */
export async function findEventPayloads(
  redisUrl: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, EventJob>> {
  if (ids.length === 0) return new Map()
  return await withRedis(redisUrl, async redis => {
    const found = new Map<string, EventJob>()
    for (const queue of await eventQueueNames(redis)) {
      const answers = await redis.pipeline(ids.map(id => ['hget', `bull:${queue}:${id}`, 'data'])).exec()
      for (const [, data] of answers ?? []) {
        const job = typeof data === 'string' ? readJob(data) : undefined
        if (job !== undefined) found.set(job.id, job)
      }
    }
    return found
  })
}

function readJob(data: string): EventJob | undefined {
  try {
    return readEventJob(JSON.parse(data))
  } catch {
    return undefined
  }
}
