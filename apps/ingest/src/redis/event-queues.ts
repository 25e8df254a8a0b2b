import { eventQueueFor, eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

export type EventQueues = Readonly<{ all: readonly Queue[]; queueFor: (eventId: string) => Queue }>

/**
 * The queues that events go to. Without the two `skip` options a queue whose Redis was down at the start would either wait
 * for it without end, or fail for ever after.
 */
export function openEventQueues(connection: Redis, count: number): EventQueues {
  const queues = new Map(
    Array.from({ length: count }, (_, index) => {
      const name = eventQueueName(index)
      const queue = new Queue(name, { connection, skipWaitingForReady: true, skipVersionCheck: true })
      queue.on('error', () => undefined) // the connection's, whose own listener has told it
      return [name, queue]
    })
  )
  return {
    all: [...queues.values()],
    queueFor: eventId => {
      const queue = queues.get(eventQueueFor(eventId, count))
      if (queue === undefined) throw new Error('eventQueueFor named a queue beyond EVENT_QUEUES')
      return queue
    }
  }
}
