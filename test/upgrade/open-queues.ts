import type { TestContext } from 'node:test'
import { ANNOUNCEMENTS_QUEUE, announcementIdOf, eventQueueName, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue, Worker } from 'bullmq'
import { openRedis } from '../support/own-redis.ts'

/** Collisions with a migration that locks a table for a moment: the job runs again, as it does beside any other lock. */
const PASSING = /SQLSTATE_(40|55P03)/

/** The queues as an operator sees them, and the shop's own worker that hears the announcements. */
export function openQueues(t: TestContext, redisUrl: string) {
  const open = (name: string) => {
    const queue = new Queue(name, { connection: openRedis(t, redisUrl) })
    queue.on('error', () => undefined)
    return queue
  }
  const [events, letters] = [open(eventQueueName(0)), open(LETTERS_QUEUE)]
  const heard = new Set<string>()
  const shop = new Worker(ANNOUNCEMENTS_QUEUE, async job => void heard.add(announcementIdOf(job.id ?? '')), {
    connection: openRedis(t, redisUrl)
  })
  shop.on('error', () => undefined)
  t.after(() => shop.close(true))

  return {
    /** Ids of the announcements that the shop was told. */
    heard,
    waitingEvents: () => events.getWaitingCount(),
    holdLetters: () => letters.pause(),
    releaseLetters: () => letters.resume(),
    /** Why a job has to run again or never will, if one has. */
    complaint: async (): Promise<string | undefined> => {
      const found = await Promise.all([events, letters].map(queue => queue.getJobs(['delayed', 'failed'])))
      const job = found.flat().find(one => one?.failedReason && !PASSING.test(one.failedReason))
      return job && `a worker could not finish ${job.name} ${job.id}: ${job.failedReason}`
    }
  }
}
