import type { Statement } from '../statement.ts'
import { TOUCHED_ORDERS, type Touched, touchedOrderValues } from './touched.ts'

/** Makes the orders that are heard of for the first time. Sorted, so that two workers cannot wait for one another. */
export const openOrders = (touched: Touched): Statement => ({
  name: 'open-orders',
  text: `
    insert into orders (account, id)
    select account, id from (${TOUCHED_ORDERS}) as touched
    order by account, id
    on conflict (account, id) do nothing`,
  values: touchedOrderValues(touched)
})
