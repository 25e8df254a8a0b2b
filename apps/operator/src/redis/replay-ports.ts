import { withRedis } from '@paidonce/invariants/redis/with-redis'
import type { RunPorts } from '../operations/replay/queue-portion.ts'
import { findEventPayloads } from './event-payloads.ts'
import { queueReplay } from './queue-replay.ts'

/** What a replay needs of Redis. `reach` throws a sentence when Redis does not answer. */
export const replayPorts = (
  redisUrl: string
): Omit<RunPorts, 'ledger'> & Readonly<{ reach: () => Promise<void> }> => ({
  reach: () => withRedis(redisUrl, async redis => void (await redis.ping())),
  queueReplay: portion => queueReplay(redisUrl, portion),
  eventsInRedis: ids => findEventPayloads(redisUrl, ids)
})
