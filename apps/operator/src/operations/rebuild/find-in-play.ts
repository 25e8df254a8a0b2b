import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import { type Key, keyText } from '@paidonce/ledger/keys'
import type { Ledger } from '@paidonce/ledger/pool'
import {
  eventsOfOrders,
  eventsOfPayments,
  MOST_NAMINGS,
  MOST_NAMINGS_OF_ONE,
  type Naming
} from '@paidonce/ledger/rebuilding/named-events'
import { run } from '@paidonce/ledger/transaction'
import { groupBy } from '@paidonce/shared/group-by'

export type InPlay = Readonly<{
  /** Ids of the events of these orders and payments. */
  events: readonly string[]
  /** Orders that have more. Of each there is one event more than an order within reason has facts. */
  crowded: readonly Key[]
  /** False: more were found than can be asked for at once. */
  isWhole: boolean
}>

/** Which events are about these orders, and about these payments that belong to none yet. Reads only. */
export async function findInPlay(
  ledger: Ledger,
  orders: readonly Key[],
  payments: readonly Key[]
): Promise<InPlay> {
  const ofOrders = orders.length === 0 ? [] : await run(ledger, eventsOfOrders(orders))
  const ofPayments = payments.length === 0 ? [] : await run(ledger, eventsOfPayments(payments))
  const namings = groupBy(ofOrders, keyText)
  const isCrowded = (key: string) => isFull(namings.get(key) ?? [])
  const events = [...namings].flatMap(([key, its]) => {
    const named = eventsOf(its)
    return isCrowded(key) ? named.slice(0, MAX_FACTS + 1) : named
  })
  return {
    events: [...new Set([...events, ...eventsOf(ofPayments)])],
    crowded: orders.filter(order => isCrowded(keyText(order))),
    isWhole:
      ofOrders.length < MOST_NAMINGS &&
      ofPayments.length < MOST_NAMINGS &&
      ![...groupBy(ofPayments, keyText).values()].some(isFull)
  }
}

/** It may be that there are more. */
const isFull = (namings: readonly Naming[]) => namings.length >= MOST_NAMINGS_OF_ONE

const eventsOf = (namings: readonly Naming[]) => [...new Set(namings.map(({ event }) => event))]
