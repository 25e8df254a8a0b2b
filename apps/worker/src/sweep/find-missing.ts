import type { SeenEvent } from '@paidonce/ledger/sweep/find-seen'
import type { StripeEvent } from '@paidonce/shared/stripe-event'

type Ports = Readonly<{
  /** What the ledger knows of them. */
  seen: (ids: readonly string[]) => Promise<readonly SeenEvent[]>
  /** Those that have a job: waiting, under way or failed, not completed. */
  queued: (ids: readonly string[]) => Promise<ReadonlySet<string>>
}>

/** An event that Stripe lists and nobody has. `isSeen`: the ledger knows of a try. */
export type Missing = Readonly<{ event: StripeEvent; isSeen: boolean }>

/**
 * Which of these events are neither over nor queued. The ledger is looked at a second time, after the queue: an event may
 * have been finished, and its job be gone, between the two. A job that failed is left to an operator.
 */
export async function findMissing(
  events: readonly StripeEvent[],
  { seen, queued }: Ports
): Promise<Missing[]> {
  const open = without(events, overOf(await seen(idsOf(events))))
  if (open.length === 0) return []
  const gone = without(open, await queued(idsOf(open)))
  if (gone.length === 0) return []

  const known = await seen(idsOf(gone))
  const ids = new Set(known.map(({ id }) => id))
  return without(gone, overOf(known)).map(event => ({ event, isSeen: ids.has(event.id) }))
}

const idsOf = (events: readonly StripeEvent[]) => events.map(({ id }) => id)
const overOf = (seen: readonly SeenEvent[]) =>
  new Set(seen.filter(({ isOver }) => isOver).map(({ id }) => id))
const without = (events: readonly StripeEvent[], ids: ReadonlySet<string>) =>
  events.filter(({ id }) => !ids.has(id))
