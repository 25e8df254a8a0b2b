import { Worker } from 'bullmq'
import { Redis } from 'ioredis'

type Options = Readonly<{
  redisUrl: string
  forward: (announcement: unknown) => Promise<void>
  onError: (error: Error) => void
}>

/** Takes announcements from paidonce's queue. Those at which `forward` throws come again, later and later. */
export function listen({ redisUrl, forward, onError }: Options) {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  connection.on('error', onError)
  const worker = new Worker('{announcements}', job => forward(job.data), {
    connection,
    concurrency: 5,
    // Longer than a request may take; when this program dies, another one takes over within half a minute.
    lockDuration: 20_000,
    stalledInterval: 5_000,
    maxStalledCount: 20
  })
  worker.on('error', onError)
  worker.on('failed', (_job, error) => onError(error))
  return {
    ready: async () => void (await worker.waitUntilReady()),
    stop: async () => {
      await worker.close()
      connection.disconnect()
    }
  }
}
