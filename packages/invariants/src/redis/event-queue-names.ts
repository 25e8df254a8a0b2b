import { eventQueueName } from '@paidonce/shared/queues'
import type { Redis } from 'ioredis'

/** All event queues there ever were, however many the ingest is set to use now. */
export async function eventQueueNames(redis: Redis): Promise<string[]> {
  const first = eventQueueName(0)
  const names = new Set([first])
  const match = `bull:${first.replace('-0}', '-*}')}:meta`
  for await (const keys of redis.scanStream({ match, count: 1_000 })) {
    for (const key of keys as string[]) names.add(key.slice('bull:'.length, -':meta'.length))
  }
  return [...names]
}
