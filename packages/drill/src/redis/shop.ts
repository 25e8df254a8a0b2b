import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { ANNOUNCEMENTS_QUEUE } from '@paidonce/shared/queues'
import { Worker } from 'bullmq'
import { Redis } from 'ioredis'

/** The shop's own code: hears announcements, and remembers which it has seen. */
export function openShop(redisUrl: string) {
  const redis = new Redis(redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: attempt => Math.min(attempt * 100, 500)
  })
  redis.on('error', () => undefined)
  const seen = new Set<string>()
  const shipped = new Map<string, string[]>()
  let repeated = 0

  const hear = async ({ id, kind, order }: Announcement) => {
    if (seen.has(id)) repeated += 1
    seen.add(id)
    if (kind !== 'order.fulfilled') return
    const before = shipped.get(order) ?? []
    if (!before.includes(id)) shipped.set(order, [...before, id])
  }
  const worker = new Worker<Announcement>(ANNOUNCEMENTS_QUEUE, job => hear(job.data), {
    connection: redis,
    concurrency: 20,
    lockDuration: 10_000,
    stalledInterval: 3_000,
    maxStalledCount: 20
  })
  worker.on('error', () => undefined)

  return {
    /** How often an order was shipped: once for each different announcement that says so. */
    shipmentsOf: (order: string) => shipped.get(order)?.length ?? 0,
    /** Announcements that came again under the same id. */
    repeated: () => repeated,
    close: async () => {
      await worker.close(true)
      redis.disconnect()
    }
  }
}

export type Shop = ReturnType<typeof openShop>
