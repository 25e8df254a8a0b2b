import { deliver } from '@paidonce/stripe-twin/deliver/deliver'
import { isAside } from '@paidonce/stripe-twin/sequences/twin-event'
import { sortMissing } from '../faults/losses.ts'
import { problemsOfEvents } from '../report/problems.ts'
import { drain } from './drain.ts'
import { readOutcomes } from './read-outcomes.ts'
import { DRAIN_WITHIN_MS, type SettleOptions } from './settle-options.ts'

/**
 * Without a key: waits until nothing is on its way, sorts what is missing, and sends again by hand what Redis lost by a fault
 * that may lose it, as an operator does with Stripe's *Resend*.
 */
export async function sentByHand(options: SettleOptions) {
  const { scene, load, sender, losses, signal } = options
  const places = { databaseUrl: scene.postgres.url, redisUrl: scene.redis.url }
  const drained = () => drain({ ...options, ...places, withinMs: DRAIN_WITHIN_MS })

  const drainMs = await drained()
  const eventIds = [...sender.accepted()].filter(([, event]) => !isAside(event)).map(([id]) => id)
  const { unfinished } = await readOutcomes(places.databaseUrl, { orderIds: [], eventIds })
  const missing = sortMissing(drainMs === undefined ? [] : unfinished, losses, sender.accepted())

  const lost = new Set(Object.values(missing.byKind).flat())
  if (lost.size > 0) {
    const again = load.deliveries.filter(({ event }) => lost.has(event.id)).map(({ event }) => ({ event }))
    await deliver(scene.target, again, { onAttempt: sender.note, signal })
    await drained()
  }
  return {
    drainMs,
    lostByRedis: missing.byKind,
    swept: null,
    problems: problemsOfEvents('lost', 'answered 200, and nobody has it', missing.unexplained)
  }
}
