import type { Disorder } from '../mix/plan-deliveries.ts'
import { planDeliveries } from '../mix/plan-deliveries.ts'
import type { Run } from '../trigger/make-run.ts'
import { readEventFiles } from './read-event-files.ts'

/** Deliveries of what stands in files, byte for byte, and how many files these are. No order is made, so none is known. */
export type Replay = Run & Readonly<{ files: number }>

/** One after the other in name order, unless disorder is asked for. Throws UsageError. */
export function makeReplay(paths: readonly string[], disorder: Disorder): Replay {
  const { files, events } = readEventFiles(paths)
  const bodies = new Map(events.map(({ event, body }) => [event, body]))
  const planned = planDeliveries([events.map(({ event }) => ({ event, afterMs: 0 }))], disorder)
  const deliveries = planned.map(delivery => ({ ...delivery, body: bodies.get(delivery.event) ?? '' }))
  return { seed: disorder.seed, plays: [], deliveries, files }
}
