import { between } from '@paidonce/stripe-twin/seed/random'
import type { Fault } from './fault.ts'

export const redisHung: Fault = {
  about: 'Redis hangs for some seconds',
  part: 'redis',
  run: async ({ redis, sleep }, random) => {
    redis.kill('SIGSTOP')
    await sleep(between(random, 1_000, 5_000)).finally(() => redis.kill('SIGCONT'))
    return 'done'
  }
}
