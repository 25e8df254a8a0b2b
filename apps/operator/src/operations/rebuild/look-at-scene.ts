import { type Key, keyText } from '@paidonce/ledger/keys'
import type { Ledger } from '@paidonce/ledger/pool'
import { factsOfEvents, factsOfOrders, factsOfPayments } from '@paidonce/ledger/rebuilding/known-facts'
import { linksOfOrders, linksOfPayments } from '@paidonce/ledger/rebuilding/links'
import { orderStates } from '@paidonce/ledger/rebuilding/order-state'
import { toldFacts } from '@paidonce/ledger/settling/told-facts'
import { run } from '@paidonce/ledger/transaction'
import type { Changes } from './gather-changes.ts'
import type { Scene } from './predict.ts'

/** All that has to be known to say what changes come to. Reads only. */
export async function lookAtScene(
  ledger: Ledger,
  { events, orders }: Pick<Changes, 'events' | 'orders'>
): Promise<Scene> {
  const ids = events.map(({ job }) => job.id)
  const told = toldFacts(events)
  const before = await run(ledger, factsOfEvents(ids))
  const ofOrders = await run(ledger, linksOfOrders(orders))
  const payments = uniqueKeys([
    ...ofOrders.map(({ account, payment }) => ({ account, id: payment })),
    ...told.map(({ account, payment }) => ({ account, id: payment })),
    ...before.map(({ account, fact }) => ({ account, id: fact.payment }))
  ])
  return {
    orders,
    links: await run(ledger, linksOfPayments(payments)),
    known: [...(await run(ledger, factsOfPayments(payments))), ...(await run(ledger, factsOfOrders(orders)))],
    events: ids,
    told,
    states: await run(ledger, orderStates(orders))
  }
}

const uniqueKeys = (keys: readonly Key[]): Key[] => [
  ...new Map(keys.map(key => [keyText(key), key])).values()
]
