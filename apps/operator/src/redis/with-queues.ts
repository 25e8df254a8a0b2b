import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

/** Some queues, open for one piece of work. Their own settings are left as they are. */
export async function withQueues<T>(
  connection: Redis,
  names: readonly string[],
  work: (queues: readonly Queue[]) => Promise<T>
): Promise<T> {
  const queues = names.map(
    name => new Queue(name, { connection, skipMetasUpdate: true, skipVersionCheck: true })
  )
  for (const queue of queues) queue.on('error', () => undefined)
  try {
    return await work(queues)
  } finally {
    await Promise.all(queues.map(queue => queue.close()))
  }
}

/** One queue, in the same way. */
export const withQueue = <T>(
  connection: Redis,
  name: string,
  work: (queue: Queue) => Promise<T>
): Promise<T> => withQueues(connection, [name], ([queue]) => work(queue as Queue))
