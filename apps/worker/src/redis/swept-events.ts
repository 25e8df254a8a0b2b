import type { EventJob } from '@paidonce/shared/event-job'
import { groupBy } from '@paidonce/shared/group-by'
import { queuedEvent } from '@paidonce/shared/queued-event'
import { eventQueueFor, eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

/** The event queues as a sweep sees them. */
export function openSweptEvents(connection: Redis, count: number, onError: (error: Error) => void) {
  const queues = new Map(
    Array.from({ length: count }, (_, index) => {
      const queue = new Queue(eventQueueName(index), { connection })
      queue.on('error', onError)
      return [queue.name, queue]
    })
  )
  const queueOf = (id: string) => queues.get(eventQueueFor(id, count)) as Queue
  const stateOf = (id: string) => queueOf(id).getJobState(id)

  return {
    /** The state of each that has a job which is not completed. */
    queued: async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const states = await Promise.all(ids.map(async id => [id, await stateOf(id)] as const))
      return new Map(states.filter(([, state]) => !['unknown', 'completed'].includes(state)))
    },
    /** Resolves once Redis has them. A job that is over, of an event that the ledger does not have, makes room for a new one. */
    add: async (jobs: readonly EventJob[]): Promise<void> => {
      const states = await Promise.all(jobs.map(({ id }) => stateOf(id)))
      const over = jobs.filter((_, index) => ['completed', 'failed'].includes(states[index] ?? ''))
      await Promise.all(over.map(({ id }) => queueOf(id).remove(id)))
      const lots = groupBy(jobs, ({ id }) => eventQueueFor(id, count))
      for (const [name, lot] of lots) await queues.get(name)?.addBulk(lot.map(queuedEvent))
    },
    /** How many wait in all of them. */
    waiting: async (): Promise<number> => {
      const counts = await Promise.all([...queues.values()].map(queue => queue.getWaitingCount()))
      return counts.reduce((sum, waiting) => sum + waiting, 0)
    },
    close: () => Promise.all([...queues.values()].map(queue => queue.close()))
  }
}
