import type { Fact } from '@paidonce/core/facts/fact'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Statement } from '../statement.ts'
import { TOUCHED_ORDERS, type Touched, touchedOrderValues } from './touched.ts'

/** One fact of one of the touched orders. */
export type FactRow = Readonly<{ account: string; of_order: string; fact: Fact }>

/** All facts of the touched orders; of an order with more than is sane, one too many, which is all that `settle` asks. */
export const readFacts = (touched: Touched): Statement<FactRow> => ({
  name: 'read-facts',
  text: `
    select touched.account, touched.id as of_order,
           json_build_object('kind', kind, 'payment', payment_id, 'order', order_id, 'value', value) as fact
    from (${TOUCHED_ORDERS}) as touched
    cross join lateral (
      select of_payment.*
      from payments cross join lateral (
        select facts.kind, facts.payment_id, facts.order_id, facts.value from facts
        where facts.account = payments.account and facts.payment_id = payments.id and facts.payment_id <> ''
        limit ${MAX_FACTS + 1}
      ) as of_payment
      where payments.account = touched.account and payments.order_id = touched.id
      union all
      select facts.kind, facts.payment_id, facts.order_id, facts.value
      from facts
      where facts.account = touched.account and facts.order_id = touched.id and facts.payment_id = ''
      limit ${MAX_FACTS + 1}) as its`,
  values: touchedOrderValues(touched)
})
