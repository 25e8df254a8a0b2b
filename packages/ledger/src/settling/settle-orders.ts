import { SETTLE_VERSION, settle } from '@paidonce/core/orders/settle'
import { groupBy } from '@paidonce/shared/group-by'
import { keyText } from '../keys.ts'
import { tellLineItems } from '../line-items/tell-line-items.ts'
import { wantLineItems } from '../line-items/want-line-items.ts'
import type { Statement } from '../statement.ts'
import { fulfilOrders } from './fulfil-orders.ts'
import { leaveToNewer } from './leave-to-newer.ts'
import type { LockedOrder } from './lock-orders.ts'
import { oweAnnouncements } from './owe-announcements.ts'
import { oweLetters } from './owe-letters.ts'
import type { FactRow } from './read-facts.ts'
import type { FulfilmentRow } from './read-fulfilments.ts'
import type { SettlingRules } from './settle-batch.ts'
import { writeOrders } from './write-orders.ts'

type Found = Readonly<{
  orders: readonly LockedOrder[]
  facts: readonly FactRow[]
  fulfilments: readonly FulfilmentRow[]
}>

/** Pure: what was found of the orders → the statements that write what is true and owed now. */
export function settleOrders(found: Found, rules: SettlingRules) {
  const facts = groupBy(found.facts, row => keyText({ account: row.account, id: row.of_order }))
  const fulfilments = new Map(
    found.fulfilments.map(row => [
      keyText({ account: row.account, id: row.order_id }),
      { payment: row.payment_id }
    ])
  )

  const newer = found.orders.filter(order => order.settled_by > SETTLE_VERSION)
  const settled = found.orders
    .filter(order => order.settled_by <= SETTLE_VERSION)
    .map(key => {
      const fulfilment = fulfilments.get(keyText(key))
      const known = { order: key.id, facts: (facts.get(keyText(key)) ?? []).map(row => row.fact), fulfilment }
      return { key, settled: settle(known, rules), isNew: fulfilment === undefined }
    })

  const fulfilled = settled.filter(({ isNew, settled }) => isNew && settled.fulfilment !== undefined)
  const owed = [oweLetters(settled, rules), oweAnnouncements(settled)].filter(isNotEmpty)
  const lines = rules.wantsLineItems
    ? [wantLineItems(settled), tellLineItems(fulfilled)].filter(isNotEmpty)
    : []
  const write = [leaveToNewer(newer), writeOrders(settled), fulfilOrders(fulfilled)].filter(isNotEmpty)

  return { result: { owes: owed.length > 0 }, write: [...write, ...owed, ...lines] }
}

/** A statement over no rows is not worth the sending. */
const isNotEmpty = ({ values }: Statement) => !Array.isArray(values[0]) || values[0].length > 0
