import type { Fault } from './fault.ts'

export const redisMemoryLost: Fault = {
  about: 'Redis loses everything; only what was accepted and not finished may be lost',
  part: 'redis',
  run: async stage => {
    const ids = await stage.warden.loseMemory()
    stage.admit({ kind: 'redis_memory_lost', at: stage.now(), ids: new Set(ids) })
    return 'done'
  }
}
