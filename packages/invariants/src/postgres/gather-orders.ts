import { keyText } from '@paidonce/ledger/keys'
import { groupBy } from '@paidonce/shared/group-by'
import type { FoundOrder } from '../found.ts'
import type { OfOrder } from './asked.ts'
import type { Read } from './in-snapshot.ts'
import { readAnnouncements } from './read-announcements.ts'
import { readFacts } from './read-facts.ts'
import { readFulfilments } from './read-fulfilments.ts'
import { readLetters } from './read-letters.ts'
import type { OrderRow } from './read-orders.ts'

/** Everything that hangs on these orders. */
export async function gatherOrders(read: Read, orders: readonly OrderRow[]): Promise<FoundOrder[]> {
  // One after the other: they share the snapshot's one connection.
  const facts = by(await readFacts(read, orders))
  const fulfilments = by(await readFulfilments(read, orders))
  const letters = by(await readLetters(read, orders))
  const announcements = by(await readAnnouncements(read, orders))

  return orders.map(order => {
    const key = keyText(order)
    return {
      ...order,
      facts: (facts.get(key) ?? []).map(({ fact }) => fact),
      fulfilments: fulfilments.get(key) ?? [],
      letters: letters.get(key) ?? [],
      announcements: announcements.get(key) ?? []
    }
  })
}

const by = <Row>(rows: readonly OfOrder<Row>[]) =>
  groupBy(rows, ({ account, orderId }) => keyText({ account, id: orderId }))
