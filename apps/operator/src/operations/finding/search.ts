import { type Sought, soughtBy } from '@paidonce/core/finding/sought'
import type { EventFilter } from '@paidonce/ledger/finding/find-events'
import type { LetterFilter } from '@paidonce/ledger/finding/find-letters'
import type { OrderFilter } from '@paidonce/ledger/finding/find-orders'
import type { Page } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import { type FoundEvent, findEvents } from './find-events.ts'
import { type FoundLetter, findLetters } from './find-letters.ts'
import { type FoundOrder, findOrders } from './find-orders.ts'

/** The first page of each list; a list that this cannot be looked for in is empty. */
export type Found = Readonly<{
  sought: Sought
  orders: Page<FoundOrder>
  events: Page<FoundEvent>
  letters: Page<FoundLetter>
}>

const NOTHING = { rows: [], next: null }

/** Looks for whatever somebody pasted. Undefined if that is empty. Throws LedgerError. */
export async function search(ledger: Ledger, text: string, limit = 20): Promise<Found | undefined> {
  const sought = soughtBy(text)
  if (sought === undefined) return undefined
  const filters = filtersOf(sought)
  const [orders, events, letters] = await Promise.all([
    findOrders(ledger, filters.orders, { limit }),
    findEvents(ledger, filters.events, { limit }),
    filters.letters === undefined ? NOTHING : findLetters(ledger, filters.letters, { limit })
  ])
  return { sought, orders, events, letters }
}

/** A filter of each list. */
export type Filters = Readonly<{
  orders: OrderFilter
  events: EventFilter
  letters: LetterFilter | undefined
}>

/** The same text as a filter of each list. Letters know no event, session, refund or dispute. */
export function filtersOf({ kind, value }: Sought): Filters {
  const filter = { [kind]: value }
  const letters = {
    order: { order: value },
    payment: { payment: value },
    email: { recipient: value }
  } as Readonly<Partial<Record<Sought['kind'], LetterFilter>>>
  return { orders: filter, events: filter, letters: letters[kind] }
}
