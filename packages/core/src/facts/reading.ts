import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type { Fact } from './fact.ts'

/** What paidonce understood of one event: what operators search by, and the facts it tells. */
export type Reading = Readonly<{
  session: string | null
  payment: string | null
  order: string | null
  email: string | null
  facts: readonly Fact[]
}>

/** Settings that change what an event means. */
export type ReadingRules = Readonly<{ orderIdFrom: readonly OrderIdPlace[] }>

/** Where an order's id may stand: a metadata key (`metadata.<key>`), the client reference, or the session's own id. */
export type OrderIdPlace = `metadata.${string}` | 'client_reference_id' | 'session'

export const isOrderIdPlace = (text: string): text is OrderIdPlace =>
  /^metadata\.[^.]+$/.test(text) || text === 'client_reference_id' || text === 'session'

/** What `isOrderIdPlace` takes, for who has to be told. */
export const ORDER_ID_PLACES = 'each is metadata.<key>, client_reference_id or session'

/** Where an order's id is looked for unless the shop says otherwise, the first that holds anything. */
export const DEFAULT_ORDER_ID_FROM: readonly OrderIdPlace[] = [
  'metadata.order_id',
  'client_reference_id',
  'session'
]

/** Pure: the same event always tells the same. */
export type ReadOne = (event: StripeEvent, rules: ReadingRules) => Reading

/** Event type → what such an event tells. */
export type FactsTable = Readonly<Record<string, ReadOne>>
