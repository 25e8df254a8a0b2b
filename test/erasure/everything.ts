import type { Ledger } from '@paidonce/ledger/pool'
import type { Redis } from 'ioredis'
import { readPostgres } from '../security/leaks/read-postgres.ts'
import { readRedis } from '../security/leaks/read-redis.ts'

/** Everything that is kept anywhere, as one text in small letters. */
export const everythingIn = async (ledger: Ledger, redis: Redis): Promise<string> =>
  [...(await readPostgres(ledger)), ...(await readRedis(redis))]
    .filter(({ place }) => place !== 'PostgreSQL: statements')
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase()
