import type { LineItem } from '@paidonce/shared/line-item'
import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'
import type { WantedList } from './claim-line-item-lists.ts'

/**
 * Keeps the lines with their order and tells them to the shop: in `order.fulfilled` if nobody has handed that over yet,
 * else in an announcement of their own. The order is locked meanwhile, so that a fulfilment is before or after, and the
 * update waits for a hand-over that is under way. Any number of times with the same end. Throws LedgerError.
 */
export const storeLineItems = (
  ledger: Ledger,
  list: WantedList,
  lines: readonly LineItem[]
): Promise<void> => {
  const items = JSON.stringify(lines)
  return inTransaction(ledger, {
    read: [lockOrder(list), keepLines(list, items), addToFulfilled(list, items), findTold(list)],
    decide: ([, , added, told]) => ({
      result: undefined,
      write: added.length === 0 && told.length > 0 ? [tellAlone(list, lines)] : []
    })
  })
}

const lockOrder = ({ account, order }: WantedList): Statement => ({
  name: 'lock-order-of-lines',
  text: 'select from orders where account = $1 and id = $2 for update',
  values: [account, order]
})

const keepLines = ({ account, session }: WantedList, items: string): Statement => ({
  name: 'keep-lines',
  text: `
    update line_item_lists set fetched = coalesce(fetched, now()), lines = $3::json, reason = null
    where account = $1 and session_id = $2`,
  values: [account, session, items]
})

const OF_FULFILLED = `
  account = $1 and order_id = $2 and kind = 'order.fulfilled' and payment_id = '' and data ->> 'payment' = $3`

const addToFulfilled = ({ account, order, payment }: WantedList, items: string): Statement => ({
  name: 'add-lines-to-fulfilled',
  text: `
    update announcements set data = (data::jsonb || jsonb_build_object('items', $4::jsonb))::json
    where ${OF_FULFILLED} and handed_over is null returning id`,
  values: [account, order, payment, items]
})

const findTold = ({ account, order, payment }: WantedList): Statement => ({
  name: 'find-told-without-lines',
  text: `select id from announcements where ${OF_FULFILLED} and data -> 'items' is null`,
  values: [account, order, payment]
})

const tellAlone = ({ account, order, payment }: WantedList, lines: readonly LineItem[]): Statement => ({
  name: 'tell-lines-alone',
  text: `
    insert into announcements (account, order_id, kind, payment_id, data)
    values ($1, $2, 'order.line_items', $3, $4)
    on conflict (account, order_id, kind, payment_id) do nothing`,
  values: [account, order, payment, JSON.stringify({ payment, amount: null, currency: null, items: lines })]
})
