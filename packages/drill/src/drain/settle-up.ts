import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { deliver } from '@paidonce/stripe-twin/deliver/deliver'
import type { Mix } from '@paidonce/stripe-twin/mix/mix'
import { openOutcomes } from '@paidonce/stripe-twin/postgres/read-outcomes'
import { isAside } from '@paidonce/stripe-twin/sequences/twin-event'
import { type Loss, sortMissing } from '../faults/losses.ts'
import type { SenderLog } from '../load/sender-log.ts'
import type { Scene } from '../open-scene.ts'
import type { Problem } from '../report/drill-report.ts'
import { problemsOfFindings, problemsOfLosses, problemsOfOrders } from '../report/problems.ts'
import { comparePlays } from './compare-plays.ts'
import { drain, type Open } from './drain.ts'

/** As the programs are set up. */
const RULES = {
  requireRegistration: false,
  orderIdFrom: ['metadata.order_id', 'client_reference_id', 'session']
} as const

/** What Redis lost is missed after a minute. */
const DRAIN_WITHIN_MS = 300_000

type SettleOptions = Readonly<{
  scene: Scene
  load: Mix
  sender: SenderLog
  losses: readonly Loss[]
  now: () => number
  sleep: (ms: number) => Promise<void>
  onLook: (open: Open) => void
  signal: AbortSignal
}>

/**
 * After the load and the faults: waits until nothing is on its way, sorts what is missing, sends again by hand what Redis lost by a
 * fault that may lose it, and judges what has become of everything.
 */
export async function settleUp(options: SettleOptions) {
  const { scene, load, sender, losses, signal } = options
  const places = { databaseUrl: scene.postgres.url, redisUrl: scene.redis.url }
  const drained = () => drain({ ...options, ...places, withinMs: DRAIN_WITHIN_MS })

  const drainMs = await drained()
  const asked = {
    orderIds: load.plays.map(({ order }) => order.id),
    eventIds: [...sender.accepted()].filter(([, event]) => !isAside(event)).map(([id]) => id)
  }
  const { unfinished } = await readOutcomes(places.databaseUrl, asked)
  const missing = sortMissing(drainMs === undefined ? [] : unfinished, losses, sender.accepted())

  const lost = new Set(Object.values(missing.byKind).flat())
  if (lost.size > 0) {
    const again = load.deliveries.filter(({ event }) => lost.has(event.id)).map(({ event }) => ({ event }))
    await deliver(scene.target, again, { onAttempt: sender.note, signal })
    await drained()
  }

  const judged = await checkInvariants({
    ...places,
    rules: RULES,
    drained: true,
    accepted: [...sender.accepted()].map(([id, { type }]) => ({ id, type })),
    now: Date.now(),
    kept: Number.POSITIVE_INFINITY
  })
  const { orders } = await readOutcomes(places.databaseUrl, asked)
  const wrong = comparePlays(load.plays, { outcomes: orders, mail: scene.mail, shop: scene.shop })
  const named = new Set(judged.violations.map(({ concerns }) => concerns.event))
  const problems: Problem[] = [
    ...problemsOfLosses(missing.unexplained.filter(id => !named.has(id))),
    ...problemsOfFindings(judged),
    ...problemsOfOrders(wrong)
  ]
  return { drainMs, lostByRedis: missing.byKind, judged, problems }
}

async function readOutcomes(
  databaseUrl: string,
  asked: Readonly<{ orderIds: string[]; eventIds: string[] }>
) {
  const books = await openOutcomes(databaseUrl)
  try {
    return await books.readOutcomes(asked)
  } finally {
    await books.close()
  }
}
