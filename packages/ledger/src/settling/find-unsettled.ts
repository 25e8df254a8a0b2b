import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/**
 * Orders that somebody told something about (a registration, an approval), and orders that older rules settled. What newer
 * rules settled is left to a newer worker. Uses orders_unsettled and orders_settled_by.
 */
export const findUnsettled = (limit: number): Statement<Key> => ({
  name: 'find-unsettled',
  text: `
    (select account, id from orders where unsettled and settled_by <= $1 order by account, id limit $2)
    union
    (select account, id from orders where settled_by < $1 limit $2)`,
  values: [SETTLE_VERSION, limit]
})
