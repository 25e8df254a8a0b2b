import type { SeenEvent } from '@paidonce/ledger/sweep/find-seen'
import type { StripeEvent } from '@paidonce/shared/stripe-event'

type Ports = Readonly<{
  /** What the ledger knows of them. */
  seen: (ids: readonly string[]) => Promise<readonly SeenEvent[]>
  /** The state of each that has a job which is not completed. */
  queued: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}>

/** An event that Stripe lists and nobody has. `isSeen`: the ledger knows of a try. */
export type Missing = Readonly<{ event: StripeEvent; isSeen: boolean }>

/** `waiting`: neither over nor missing, as long as Redis keeps them. */
export type Compared = Readonly<{ missing: readonly Missing[]; waiting: readonly StripeEvent[] }>

/**
 * Which of the events that Stripe lists are missing, being neither over nor queued, and which still wait. A job that failed is waited for
 * by nobody: unless the ledger shows the failure, and so leaves it to an operator, its event is missing. The ledger is looked at a
 * second time, after the queue: an event may have been finished, and its job be gone, between the two.
 */
export async function compareListed(
  events: readonly StripeEvent[],
  { seen, queued }: Ports
): Promise<Compared> {
  const open = without(events, overOf(await seen(idsOf(events))))
  if (open.length === 0) return { missing: [], waiting: [] }
  const states = await queued(idsOf(open))
  const waits = ({ id }: StripeEvent) => states.has(id) && states.get(id) !== 'failed'
  const waiting = open.filter(waits)
  const gone = open.filter(event => !waits(event))
  if (gone.length === 0) return { missing: [], waiting }

  const known = await seen(idsOf(gone))
  const ids = new Set(known.map(({ id }) => id))
  const missing = without(gone, overOf(known)).map(event => ({ event, isSeen: ids.has(event.id) }))
  return { missing, waiting }
}

const idsOf = (events: readonly StripeEvent[]) => events.map(({ id }) => id)
const overOf = (seen: readonly SeenEvent[]) =>
  new Set(seen.filter(({ isOver }) => isOver).map(({ id }) => id))
const without = (events: readonly StripeEvent[], ids: ReadonlySet<string>) =>
  events.filter(({ id }) => !ids.has(id))
