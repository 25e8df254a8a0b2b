import type { SettleRules } from '@paidonce/core/orders/settle'
import type { Key } from '../keys.ts'
import type { Ledger } from '../pool.ts'
import { inTransaction } from '../transaction.ts'
import { dropFacts } from './drop-facts.ts'
import { linkPayments } from './link-payments.ts'
import { lockOrders } from './lock-orders.ts'
import { logEvents } from './log-events.ts'
import { openOrders } from './open-orders.ts'
import type { ReadEvent } from './read-event.ts'
import { readFacts } from './read-facts.ts'
import { readFulfilments } from './read-fulfilments.ts'
import { settleOrders } from './settle-orders.ts'
import { storeFacts } from './store-facts.ts'
import { toldFacts } from './told-facts.ts'
import { touchedBy } from './touched.ts'

/** Events to add to what is known, and orders to settle whether or not an event touches them. */
export type Batch = Readonly<{ events: readonly ReadEvent[]; orders: readonly Key[] }>

export type SettlingRules = SettleRules &
  Readonly<{
    codeVersion: string
    /** How long a letter waits that the buyer's next try would make untrue. */
    letterWaitMs: number
    /** Whether Stripe can be asked what was bought. */
    wantsLineItems: boolean
    /** Why letters that are newly owed are written down as withdrawn: events are read again that people know of long since. */
    withholdsLetters?: string
  }>

/** Whether letters or announcements are owed that may not be in the outbox's hands yet. */
export type Outcome = Readonly<{ owes: boolean }>

/**
 * The settling transaction: adds what the events tell and settles every order they touch. All of it is committed when it
 * resolves, and it may be repeated any number of times with the same end. Throws LedgerError.
 *
 * Locks are taken events, then payments, then orders, each in the order of their keys, so no two settlements wait for one
 * another. Each statement sees what was committed before it began, so facts are read only once the locks are held.
 */
export async function settleBatch(
  ledger: Ledger,
  rules: SettlingRules,
  { events, orders }: Batch
): Promise<Outcome> {
  const touched = touchedBy(events, orders)
  const told = toldFacts(events)

  return await inTransaction(ledger, {
    read: [
      logEvents(events, rules.codeVersion),
      linkPayments(touched),
      openOrders(touched),
      lockOrders(touched),
      dropFacts(touched.eventIds, told),
      storeFacts(told),
      readFacts(touched),
      readFulfilments(touched)
    ],
    decide: ([, , , locked, , , facts, fulfilments]) =>
      settleOrders({ orders: locked.filter(order => order.touched), facts, fulfilments }, rules)
  })
}
