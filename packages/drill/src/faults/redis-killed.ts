import type { Fault } from './fault.ts'

export const redisKilled: Fault = {
  about: 'Redis is killed and started again (appendfsync always)',
  part: 'redis',
  run: async ({ redis }) => {
    redis.kill('SIGKILL')
    await redis.restart()
    return 'done'
  }
}
