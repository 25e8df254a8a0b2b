import type { Trace } from '@paidonce/ledger/forgetting/find-traces'
import { FROM_THE_FIRST, unfinishedEvents } from '@paidonce/ledger/forgetting/unfinished-events'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'

type OfItself = Trace & Readonly<{ event: string }>

/** Whole events that are held at once: one may have a megabyte. */
const PAGE = 50

/**
 * The events that were never finished and that hold a person's address, each a trace by itself. One that failed before it was
 * read has the address nowhere but in what it holds. Throws LedgerError.
 */
export async function lookThroughUnfinished(
  ledger: Ledger,
  order: string | undefined,
  holdsAddress: (value: unknown) => boolean
): Promise<OfItself[]> {
  const traces: OfItself[] = []
  for (let after = FROM_THE_FIRST; ; ) {
    const page = await run(ledger, unfinishedEvents(after, PAGE, order))
    for (const event of page)
      if (holdsAddress(JSON.parse(event.payload)))
        traces.push({ account: event.account, payment: null, event: event.id, order: event.order })
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return traces
    after = last
  }
}
