import type { Statement } from '../statement.ts'

/** Something that an operator did about one order. A `result` of null: whoever did it died on the way, or is still at it. */
export type OrderAction = Readonly<{
  at: Date
  who: string
  what: string
  why: string | null
  about: string | null
  result: string | null
}>

/** Those about the order, about an event that told of it, and about a replay of such events. */
export const orderActions = (
  which: Readonly<{ account: string; order: string }>
): Statement<OrderAction> => ({
  name: 'order-actions',
  text: `
    select at, who, what, why, about, result from operator_actions
    where account = $1 and order_id = $2
       or about in (select id from events where account = $1 and order_id = $2)
       or about in (select 'replay ' || replay from events join replay_events on event = events.id
                    where account = $1 and order_id = $2)
    order by at, id`,
  values: [which.account, which.order]
})
