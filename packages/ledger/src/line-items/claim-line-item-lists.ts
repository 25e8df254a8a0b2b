import type { Statement } from '../statement.ts'

/** A session whose lines are wanted. `attempts` counts this one. */
export type WantedList = Readonly<{
  account: string
  session: string
  payment: string
  order: string
  attempts: number
  wanted: Date
}>

/** Takes lists whose time has come. Nobody else gets them for so long, which is how one comes back whose worker died. */
export const claimLineItemLists = (limit: number, leaseMs: number): Statement<WantedList> => ({
  name: 'claim-line-item-lists',
  text: `
    update line_item_lists set next_try = now() + $2 * interval '1 ms', attempts = attempts + 1
    where (account, session_id) in (
      select account, session_id from line_item_lists
      where fetched is null and given_up is null and next_try <= now()
      order by next_try limit $1 for update skip locked)
    returning account, session_id as session, payment_id as payment, order_id as "order", attempts, wanted`,
  values: [limit, leaseMs]
})
