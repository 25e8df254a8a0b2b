import { readFileSync, statSync } from 'node:fs'
import { between } from '@paidonce/stripe-twin/seed/random'
import { startProxy } from '../proxies/start-proxy.ts'
import { openReplica } from '../redis/open-replica.ts'
import type { Fault, Stage } from './fault.ts'
import { EVENT_ID, newestFile } from './newest-file.ts'

/** What was written just before may be lost too: it is still on its way to the replica. */
const ON_ITS_WAY_MS = 200
const BEHIND_MS = { least: 100, most: 1_500 }

/** A replica says nothing of what it has not got yet, and the server that is lost had confirmed it. */
export const redisFailedOver: Fault = {
  about: 'Redis is lost with what its replica had not got yet, and the replica takes its place',
  part: 'redis',
  run: async (stage, random) => {
    const next = await stage.redis.startAnother()
    const line = await startProxy(stage.redis.port)
    const replica = openReplica(next.server.url, stage.signal)
    try {
      if (!(await replica.follow(line.port))) return 'missed'
      const written = writtenBy(stage)
      await stage.sleep(ON_ITS_WAY_MS)
      line.swallow()
      await stage.sleep(between(random, BEHIND_MS.least, BEHIND_MS.most))
      stage.redis.kill('SIGKILL')
      await stage.redis.stop() // resolves when it is gone, and confirms nothing any more
      const at = stage.now()

      const confirmed = written()
      await replica.promote()
      stage.redis.seat(next)
      const ids = new Set(await stage.warden.missing(confirmed))
      stage.admit({ kind: 'redis_failed_over', at, ids })
      return 'done'
    } finally {
      replica.close()
      line.close()
    }
  }
}

/** Ids of the events that Redis writes of from now on until it is asked. It writes before it confirms. */
function writtenBy({ redis }: Stage): () => string[] {
  const folder = redis.folder()
  const path = newestFile(folder)
  const { size } = statSync(path)
  return () => {
    const last = newestFile(folder)
    const from = last === path ? size : 0
    return [...new Set(readFileSync(last).toString('latin1', from).match(EVENT_ID))]
  }
}
