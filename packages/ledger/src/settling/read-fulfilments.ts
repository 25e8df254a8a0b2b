import type { Statement } from '../statement.ts'
import { TOUCHED_ORDERS, type Touched, touchedOrderValues } from './touched.ts'

export type FulfilmentRow = Readonly<{ account: string; order_id: string; payment_id: string }>

/** A statement of its own after the locks: only a new statement sees what the last holder of the lock committed. */
export const readFulfilments = (touched: Touched): Statement<FulfilmentRow> => ({
  name: 'read-fulfilments',
  text: `
    select touched.account, touched.id as order_id, fulfilment.payment_id
    from (${TOUCHED_ORDERS}) as touched
    cross join lateral (
      select payment_id from fulfilments
      where fulfilments.account = touched.account and fulfilments.order_id = touched.id limit 1
    ) as fulfilment`,
  values: touchedOrderValues(touched)
})
