import type { Window } from '@paidonce/ledger/sweep/window'
import { isStripeEvent, type StripeEvent } from '@paidonce/shared/stripe-event'
import type { EventsPage } from '../stripe/list-events.ts'
import type { Compared, Missing } from './compare-listed.ts'

export type WindowPorts = Readonly<{
  pages: (window: Window) => AsyncIterable<EventsPage>
  compare: (events: readonly StripeEvent[]) => Promise<Compared>
  /** Notes them, and resolves once they are queued. */
  fetchBack: (missing: readonly Missing[]) => Promise<void>
  /** Throws when it is time to stop. */
  goOn: () => void
  onUnreadable: (event: unknown) => void
}>

export type Tally = {
  pages: number
  listed: number
  missed: number
  until: number
  unfinished: number | null
}

/**
 * Reads one window of Stripe's list, page by page, and fetches back what is missing. `tally` grows meanwhile. Once it
 * returns, the window was read whole and everything that was missing is queued.
 */
export async function sweepWindow(window: Window, ports: WindowPorts, tally: Tally): Promise<void> {
  for await (const { events, at } of ports.pages(window)) {
    ports.goOn()
    // Where our clock is ahead of Stripe's, the end of the window has not come yet.
    if (at !== null) tally.until = Math.min(tally.until, at)
    tally.pages += 1
    tally.listed += events.length

    const readable = events.flatMap(event => asCarried(event, window.account) ?? [])
    if (readable.length < events.length)
      for (const event of events)
        if (asCarried(event, window.account) === undefined) ports.onUnreadable(event)
    const { missing, waiting } = await ports.compare(readable)
    if (missing.length > 0) await ports.fetchBack(missing)
    tally.missed += missing.length
    tally.unfinished = oldestOf(tally.unfinished, waiting)
  }
}

const oldestOf = (oldest: number | null, events: readonly StripeEvent[]) =>
  events.reduce<number | null>((seen, { created }) => Math.min(seen ?? created, created), oldest)

/** As a webhook would have brought it: a list does not say whose events it lists. */
function asCarried(event: unknown, account: string): StripeEvent | undefined {
  const carried = account === '' ? event : { ...(event as StripeEvent), account }
  return isStripeEvent(carried) ? carried : undefined
}
