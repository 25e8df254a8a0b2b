import { between } from '@paidonce/stripe-twin/seed/random'
import type { Fault } from './fault.ts'

/** A full Redis never drains by itself: whoever runs it gives it room, here after some seconds. */
export const redisFull: Fault = {
  about: 'the memory of Redis is full for some seconds',
  part: 'redis',
  run: async ({ warden, sleep }, random) => {
    await warden.set('maxmemory', String(await warden.usedMemory()))
    await sleep(between(random, 1_000, 4_000)).finally(() => warden.set('maxmemory', '0'))
    return 'done'
  }
}
