import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'

/** Letters that the mail server put off wait for minutes. Here they come again at once, since it takes them all by now. */
export function openLettersInHaste(redisUrl: string) {
  const queue = new Queue(LETTERS_QUEUE, { connection: { url: redisUrl, maxRetriesPerRequest: null } })
  queue.on('error', () => undefined)
  return {
    hurry: async (): Promise<void> => {
      // One that a worker takes at this moment is no longer put off.
      for (const job of await queue.getDelayed()) await job.promote().catch(() => undefined)
    },
    close: () => queue.close()
  }
}
