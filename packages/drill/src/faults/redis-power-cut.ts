import { readFileSync, truncateSync } from 'node:fs'
import { between } from '@paidonce/stripe-twin/seed/random'
import { unitStart } from './aof.ts'
import type { Fault } from './fault.ts'
import { EVENT_ID, newestFile } from './newest-file.ts'

const CUT_BYTES = { least: 1, most: 60_000 }

/** What a power cut leaves of a file whose end had not reached the disk. Only what stood in that end may be lost. */
export const redisPowerCut: Fault = {
  about: 'Redis is killed and the end of its file cut off; only what stood there may be lost',
  part: 'redis',
  run: async (stage, random) => {
    stage.redis.kill('SIGKILL')
    await stage.redis.stop() // resolves when it is gone, and nothing is written any more
    const at = stage.now()

    const path = newestFile(stage.redis.folder())
    const file = readFileSync(path)
    const kept = Math.max(0, file.length - between(random, CUT_BYTES.least, CUT_BYTES.most))
    truncateSync(path, kept)
    const lost = file.toString('latin1', unitStart(file, kept))
    stage.admit({ kind: 'redis_power_cut', at, ids: new Set(lost.match(EVENT_ID)) })
    await stage.redis.restart()
    return 'done'
  }
}
