import { eventQueueNames } from '@paidonce/invariants/redis/event-queue-names'
import { withRedis } from '@paidonce/invariants/redis/with-redis'
import type { Redis } from 'ioredis'
import { withQueue } from './with-queues.ts'

/** An event's job in Redis. One that is not over may still be worked on. */
export type FoundJob = Readonly<{ queue: string; id: string; isOver: boolean }>

type IsWanted = (job: Readonly<{ id: string; data: unknown }>) => boolean

const OVER: readonly string[] = ['completed', 'failed', 'unknown']

/** Looks through the jobs of all event queues, in whatever state they are. Throws a sentence when Redis does not answer. */
export const findEventJobs = (redisUrl: string, isWanted: IsWanted): Promise<FoundJob[]> =>
  withRedis(redisUrl, async redis => {
    const found: FoundJob[] = []
    for (const queue of await eventQueueNames(redis)) {
      const ids = await wantedIn(redis, queue, isWanted)
      await withQueue(redis, queue, async open => {
        for (const id of ids) found.push({ queue, id, isOver: OVER.includes(await open.getJobState(id)) })
      })
    }
    return found
  })

/** Removes jobs that are over. Those that a worker has taken up again stay. */
export const removeEventJobs = (redisUrl: string, jobs: readonly FoundJob[]): Promise<void> =>
  withRedis(redisUrl, async redis => {
    for (const queue of new Set(jobs.map(job => job.queue)))
      await withQueue(redis, queue, async open => {
        for (const job of jobs) if (job.queue === queue && job.isOver) await open.remove(job.id)
      })
  })

async function wantedIn(redis: Redis, queue: string, isWanted: IsWanted): Promise<string[]> {
  const prefix = `bull:${queue}:`
  const ids = new Set<string>()
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 500 })) {
    const names = keys as string[]
    // Keys that hold no job answer with an error, or with nothing.
    const answers = await redis.pipeline(names.map(key => ['hget', key, 'data'])).exec()
    for (const [index, [, data]] of (answers ?? []).entries()) {
      const id = names[index]?.slice(prefix.length) ?? ''
      if (typeof data === 'string' && isWanted({ id, data: parsed(data) })) ids.add(id)
    }
  }
  return [...ids]
}

/** What is no JSON is looked at as a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
