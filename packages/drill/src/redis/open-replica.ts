import { waitUntil } from '@paidonce/local-stack/wait-until'
import { Redis } from 'ioredis'

const IN_STEP_WITHIN_MS = 30_000

/** Tells a server whom to follow, and when to follow nobody any more. */
export function openReplica(url: string, signal: AbortSignal) {
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', () => undefined)
  const isInStep = async () => /^master_link_status:up/m.test(await redis.info('replication'))

  return {
    /** Resolves once it has all that the server at this port has. False: it does not come so far. */
    follow: async (port: number): Promise<boolean> => {
      await redis.replicaof('127.0.0.1', port)
      return (await waitUntil(isInStep, { deadlineMs: IN_STEP_WITHIN_MS, signal })) === true
    },
    /** It serves by itself from now on, with what it has. */
    promote: async () => void (await redis.replicaof('NO', 'ONE')),
    close: () => redis.disconnect()
  }
}
