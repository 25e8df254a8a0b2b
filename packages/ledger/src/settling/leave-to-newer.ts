import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/** Orders that a newer release settled: its rules are not ours to overrule, so one of its workers settles them again. */
export const leaveToNewer = (orders: readonly Key[]): Statement => ({
  name: 'leave-to-newer',
  text: `
    update orders set unsettled = true
    from unnest($1::text[], $2::text[]) as newer (account, id)
    where orders.account = newer.account and orders.id = newer.id`,
  values: [orders.map(({ account }) => account), orders.map(({ id }) => id)]
})
