import { withRedis } from '@paidonce/invariants/redis/with-redis'
import {
  failedKey,
  hoursBefore,
  LAST_FAILED_KEY,
  MATCHED_KEY,
  SECRETS_KEY,
  SIGNATURE_CAUSES
} from '@paidonce/shared/signature-notes'
import type { Redis } from 'ioredis'
import type { RedisReport } from '../operations/doctor/servers/judge-redis.ts'
import type { Notes } from '../operations/doctor/signatures/notes.ts'
import type { JobsReport } from '../operations/overview/report.ts'
import { countJobs } from './count-jobs.ts'
import { openQueues } from './open-queues.ts'

export type SeenRedis = RedisReport & Readonly<{ aheadMs: number; notes: Notes; jobs: JobsReport }>

/** Reads alone. Throws a sentence when Redis does not answer. */
export const lookAtRedis = (redisUrl: string): Promise<SeenRedis> =>
  withRedis(redisUrl, async redis => {
    const aheadMs = await clockAhead(redis)
    return {
      aheadMs,
      info: await redis.info(),
      appendfsync: await fsyncOf(redis),
      notes: await readNotes(redis),
      jobs: await countJobs(redis, openQueues(redis))
    }
  })

async function clockAhead(redis: Redis): Promise<number> {
  const before = Date.now()
  const [seconds, micros] = await redis.time()
  return Number(seconds) * 1_000 + Number(micros) / 1_000 - (before + Date.now()) / 2
}

/** Many hosts refuse CONFIG. */
async function fsyncOf(redis: Redis): Promise<string | undefined> {
  try {
    const [, value] = (await redis.config('GET', 'appendfsync')) as string[]
    return value
  } catch {
    return undefined
  }
}

async function readNotes(redis: Redis): Promise<Notes> {
  const [secrets, matched, last, hours] = await Promise.all([
    redis.get(SECRETS_KEY),
    redis.hgetall(MATCHED_KEY),
    redis.hgetall(LAST_FAILED_KEY),
    Promise.all(hoursBefore(Date.now()).map(hour => redis.hgetall(failedKey(hour))))
  ])
  const timesOf = (cause: string) => hours.reduce((sum, hour) => sum + Number(hour[cause] ?? 0), 0)
  return {
    secrets: secrets ? secrets.split(',') : [],
    matched: Object.fromEntries(Object.entries(matched).map(([mark, at]) => [mark, Number(at)])),
    failures: SIGNATURE_CAUSES.map(cause => ({
      cause,
      times: timesOf(cause),
      lastMs: Number(last[cause] ?? 0)
    })).filter(({ times }) => times > 0)
  }
}
