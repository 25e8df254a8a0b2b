import type { RunPorts } from '../operations/replay/queue-portion.ts'
import { findEventPayloads } from './event-payloads.ts'
import { queueReplay } from './queue-replay.ts'

/** What a replay needs of Redis. */
export const replayPorts = (redisUrl: string): Omit<RunPorts, 'ledger'> => ({
  queueReplay: portion => queueReplay(redisUrl, portion),
  eventsInRedis: ids => findEventPayloads(redisUrl, ids)
})
