import type { Fault } from './fault.ts'

const LAST_MS = 2_000

/** Redis may put its writing off for up to two seconds while the disk is slow, and answers all the same. */
export const redisKilledEverysec: Fault = {
  about: 'the same with appendfsync everysec, which may lose what was answered in the last two seconds',
  part: 'redis',
  run: async stage => {
    const { redis, warden, sender } = stage
    await warden.set('appendfsync', 'everysec')
    await stage.sleep(LAST_MS)
    redis.kill('SIGKILL')
    const at = stage.now()
    await redis.restart() // with the settings it was first started with

    const lately = [...sender.accepted()]
      .filter(([, { times }]) => (times[0] ?? 0) >= at - LAST_MS)
      .map(([id]) => id)
    const ids = new Set(await warden.missing(lately))
    stage.admit({ kind: 'redis_killed_everysec', at, ids })
    return 'done'
  }
}
