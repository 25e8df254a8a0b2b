import type { Fact } from '@paidonce/core/facts/fact'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/** One fact as it stands, and which event told it. */
export type KnownFact = Readonly<{ account: string; event: string; fact: Fact }>

const FACT = `
  facts.account, facts.event_id as event,
  json_build_object('kind', facts.kind, 'payment', facts.payment_id, 'order', facts.order_id, 'value', facts.value) as fact`

export const factsOfEvents = (ids: readonly string[]): Statement<KnownFact> => ({
  name: 'facts-of-events',
  text: `
    select its.* from unnest($1::text[]) as event (id)
    cross join lateral (select ${FACT} from facts where facts.event_id = event.id) as its`,
  values: [ids]
})

export const factsOfPayments = (payments: readonly Key[]): Statement<KnownFact> => ({
  name: 'facts-of-payments',
  text: `
    select its.* from unnest($1::text[], $2::text[]) as payment (account, id)
    cross join lateral (
      select ${FACT} from facts
      where facts.account = payment.account and facts.payment_id = payment.id and facts.payment_id <> ''
      limit ${MAX_FACTS + 1}
    ) as its`,
  values: columnsOf(payments)
})

/** What people told about these orders themselves. */
export const factsOfOrders = (orders: readonly Key[]): Statement<KnownFact> => ({
  name: 'facts-of-orders',
  text: `
    select its.* from unnest($1::text[], $2::text[]) as asked (account, id)
    cross join lateral (
      select ${FACT} from facts
      where facts.account = asked.account and facts.order_id = asked.id and facts.payment_id = ''
    ) as its`,
  values: columnsOf(orders)
})

function columnsOf(keys: readonly Key[]) {
  return [keys.map(({ account }) => account), keys.map(({ id }) => id)]
}
