import type { Play } from '../sequences/play.ts'
import { isAside } from '../sequences/twin-event.ts'
import { compareOrder } from './compare-order.ts'
import type { Difference } from './difference.ts'
import { lettersIn, type Outcomes, type QueueCounts } from './outcome.ts'

/** Where the check looks. Each may throw; then it is asked again later. */
export type Books = Readonly<{
  readOutcomes: (asked: Readonly<{ orderIds: string[]; eventIds: string[] }>) => Promise<Outcomes>
  countQueues: () => Promise<QueueCounts>
}>

/** An order that did not end as it must. */
export type WrongOrder = Readonly<{ play: Play; differences: readonly Difference[] }>

/** One look at everything. */
export type Look = Readonly<{
  orders: number
  wrong: readonly WrongOrder[]
  unfinished: readonly string[]
  /** Events and letters that somebody still has to deal with. */
  open: Readonly<{ events: number; letters: number; orders: number }>
  /** Jobs that failed since the run began. */
  failed: number
}>

type CheckOptions = Readonly<{
  plays: readonly Play[]
  acceptedIds: ReadonlySet<string>
  /** Jobs that had failed before the run. */
  failedBefore: number
  deadlineMs: number
  onLook?: (look: Look) => void
  now: () => number
  wait: () => Promise<unknown>
}>

/**
 * Looks again and again until every order is as it must be, nothing waits and nothing failed; or until nothing is on its way
 * any more that could mend it; or until the deadline. Gives the last look. Throws if there was none.
 */
export async function checkPlays(books: Books, options: CheckOptions): Promise<Look> {
  const { deadlineMs, onLook, now, wait } = options
  const deadline = now() + deadlineMs
  for (let stillBefore = false; ; ) {
    const look = await lookAt(books, options).catch((error: Error) => error)
    if (!(look instanceof Error)) {
      onLook?.(look)
      // Still twice: between two looks anything that was between two places has come to one of them.
      if (isRight(look) || (stillBefore && isStill(look))) return look
      stillBefore = isStill(look)
    }
    if (now() >= deadline) {
      if (look instanceof Error) throw look
      return look
    }
    await wait()
  }
}

export const isRight = (look: Look): boolean =>
  isStill(look) && look.wrong.length === 0 && look.unfinished.length === 0 && look.failed === 0

const isStill = ({ open }: Look) => open.events + open.letters + open.orders === 0

/** Of the events of these plays those that have to be in the ledger: the others are forgotten on purpose. */
export function keptOf(plays: readonly Play[], ids: ReadonlySet<string>): string[] {
  const events = plays.flatMap(({ steps }) => steps.map(({ event }) => event))
  const aside = new Set(events.filter(isAside).map(({ id }) => id))
  return [...ids].filter(id => !aside.has(id))
}

async function lookAt(books: Books, { plays, acceptedIds, failedBefore }: CheckOptions): Promise<Look> {
  // Queues first: what has left them by now is in the ledger by the time that is read.
  const queues = await books.countQueues()
  const asked = {
    orderIds: plays.map(({ order }) => order.id),
    eventIds: keptOf(plays, acceptedIds)
  }
  const { orders, unfinished } = await books.readOutcomes(asked)

  const outcomes = plays.map(play => ({ play, outcome: orders.get(play.order.id) }))
  const owed = [...orders.values()].reduce((sum, outcome) => sum + lettersIn(outcome, 'owed'), 0)
  const unsettled = [...orders.values()].filter(order => order.unsettled).length
  return {
    orders: plays.length,
    wrong: outcomes
      .map(({ play, outcome }) => ({ play, differences: compareOrder(play, outcome) }))
      .filter(({ differences }) => differences.length > 0),
    unfinished,
    open: { events: queues.events, letters: Math.max(queues.letters, owed), orders: unsettled },
    failed: Math.max(0, queues.failed - failedBefore)
  }
}
