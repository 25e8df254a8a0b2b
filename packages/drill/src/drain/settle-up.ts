import { checkInvariants } from '@paidonce/invariants/check-invariants'
import type { Problem } from '../report/drill-report.ts'
import { problemsOfFindings, problemsOfOrders } from '../report/problems.ts'
import { comparePlays } from './compare-plays.ts'
import { fetchedBySweep } from './fetched-by-sweep.ts'
import { readOutcomes } from './read-outcomes.ts'
import { sentByHand } from './sent-by-hand.ts'
import type { SettleOptions } from './settle-options.ts'

/** As the programs are set up. */
const RULES = {
  requireRegistration: false,
  orderIdFrom: ['metadata.order_id', 'client_reference_id', 'session']
} as const

/** After the load and the faults: sees to it that what got lost comes back, and judges what has become of everything. */
export async function settleUp(options: SettleOptions) {
  const { scene, load, sender } = options
  const places = { databaseUrl: scene.postgres.url, redisUrl: scene.redis.url }
  const back = scene.twin === undefined ? await sentByHand(options) : await fetchedBySweep(options)

  const judged = await checkInvariants({
    ...places,
    rules: RULES,
    drained: true,
    accepted: [...sender.accepted()].map(([id, { type }]) => ({ id, type })),
    now: Date.now(),
    kept: Number.POSITIVE_INFINITY
  })
  const orderIds = load.plays.map(({ order }) => order.id)
  const { orders } = await readOutcomes(places.databaseUrl, { orderIds, eventIds: [] })
  const wrong = comparePlays(load.plays, { outcomes: orders, mail: scene.mail, shop: scene.shop })
  const named = new Set<unknown>(judged.violations.map(({ concerns }) => concerns.event))
  const problems: Problem[] = [
    ...back.problems.filter(({ is, concerns }) => is !== 'lost' || !named.has(concerns.event)),
    ...problemsOfFindings(judged),
    ...problemsOfOrders(wrong)
  ]
  return { ...back, judged, problems }
}
