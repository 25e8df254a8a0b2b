import type { Books } from '../check/check-plays.ts'
import { openOutcomes } from '../postgres/read-outcomes.ts'
import { openQueueCounts } from '../redis/queue-counts.ts'
import type { Place } from './find-place.ts'
import { UsageError } from './usage-error.ts'

export type OpenBooks = Books & Readonly<{ failedBefore: number; close: () => Promise<void> }>

/** Opens ledger and queues, before anything is sent: what had failed by then is not this run's. Throws UsageError. */
export async function openBooks({ databaseUrl = '', redisUrl = '' }: Place): Promise<OpenBooks> {
  const ledger = await openOutcomes(databaseUrl).catch(cannotRead('the ledger', databaseUrl))
  try {
    const queues = await openQueueCounts(redisUrl).catch(cannotRead('the queues', redisUrl))
    const close = async () => {
      await Promise.all([ledger.close(), queues.close()])
    }
    const { failed } = await queues.countQueues()
    return { readOutcomes: ledger.readOutcomes, countQueues: queues.countQueues, failedBefore: failed, close }
  } catch (error) {
    await ledger.close()
    throw error
  }
}

/** The host tells which one it is; the rest of the URL may hold a password, and so may the cause's message. */
const cannotRead = (what: string, url: string) => (): never => {
  const host = URL.canParse(url) ? new URL(url).host : 'an address that is no URL'
  throw new UsageError(`--check cannot read ${what} at ${host}: does it run?`)
}
