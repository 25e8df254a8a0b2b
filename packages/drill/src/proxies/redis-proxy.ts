import { eventQueueName } from '@paidonce/shared/queues'
import { startProxy } from './start-proxy.ts'
import { createTripwire } from './tripwire.ts'

/** What Redis is about to confirm. */
export type Confirmed = 'job added' | 'job completed' | 'other'

/** Only the script that adds an event holds its type. It names the set of the completed as well, as does the one that completes. */
const ADDS = 'checkout.session.'
const COMPLETES = `${eventQueueName(0)}:completed`

/** A proxy that knows what the program said last. */
export async function startRedisProxy(target: () => number) {
  const wire = createTripwire<Confirmed>()
  const proxy = await startProxy(target, () => {
    let asked: Confirmed = 'other'
    return {
      fromClient: bytes => {
        if (bytes.includes(ADDS)) asked = 'job added'
        else if (bytes.includes(COMPLETES)) asked = 'job completed'
      },
      fromServer: () => {
        const fate = wire.touch(asked)
        asked = 'other'
        return fate
      }
    }
  })
  return { ...proxy, wire }
}
