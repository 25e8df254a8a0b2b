import {
  ANNOUNCEMENTS_QUEUE,
  eventQueueName,
  LETTERS_QUEUE,
  MOST_EVENT_QUEUES
} from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

export type OpenQueues = Readonly<{
  events: readonly Queue[]
  letters: Queue
  announcements: Queue
}>

/** All queues there can be, by name alone: nothing is asked of Redis, and nothing written. */
export function openQueues(connection: Redis): OpenQueues {
  const open = (name: string) => {
    const queue = new Queue(name, {
      connection,
      skipMetasUpdate: true,
      skipVersionCheck: true,
      skipWaitingForReady: true
    })
    queue.on('error', () => undefined)
    return queue
  }
  return {
    events: Array.from({ length: MOST_EVENT_QUEUES }, (_, index) => open(eventQueueName(index))),
    letters: open(LETTERS_QUEUE),
    announcements: open(ANNOUNCEMENTS_QUEUE)
  }
}

/** Those of the event queues that were ever used; the first always counts. */
export async function usedQueues(redis: Redis, { events }: Pick<OpenQueues, 'events'>): Promise<Queue[]> {
  const answers = await Promise.all(events.map(({ name }) => redis.exists(`bull:${name}:meta`)))
  return events.filter((_, index) => index === 0 || answers[index] === 1)
}
