import { orderActions } from '@paidonce/ledger/people/order-actions'
import { orderHistory } from '@paidonce/ledger/people/order-history'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { type Happening, orderTimeline } from '../order-timeline.ts'
import { type FoundLetter, findLetters } from './find-letters.ts'
import { type FoundOrder, findOrders } from './find-orders.ts'
import { timeOrNull } from './found-page.ts'

type Happened = Readonly<{
  at: string | null
  kind: Happening['kind']
  title: string
  details: readonly string[]
  event: string | null
  letter: string | null
  isBad: boolean
}>

export type KnownOrder = FoundOrder &
  Readonly<{ timeline: readonly Happened[]; letters: readonly FoundLetter[] }>

/** All that is known of one order. Undefined if nothing is. Throws LedgerError. */
export async function lookAtOrder(
  ledger: Ledger,
  which: Readonly<{ account: string; order: string }>
): Promise<KnownOrder | undefined> {
  const [found, history, actions, letters] = await Promise.all([
    findOrders(ledger, which),
    orderHistory(ledger, which),
    run(ledger, orderActions(which)),
    findLetters(ledger, which)
  ])
  const [order] = found.rows
  if (order === undefined || history === undefined) return undefined
  return { ...order, timeline: orderTimeline(history, actions).map(tell), letters: letters.rows }
}

const tell = (happening: Happening): Happened => ({
  ...happening,
  at: timeOrNull(happening.at),
  event: happening.event ?? null,
  letter: happening.letter ?? null
})
