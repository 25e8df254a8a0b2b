import type { LineItem } from '@paidonce/shared/line-item'
import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

export type OrderRow = Readonly<{
  status: string
  paid_twice: string[]
  refunded: string
  refund_failed: string[]
  dispute: string | null
  fraud: string[]
  mismatch: string[]
  created: Date
  changed: Date
  unsettled: boolean
}>

export type ToldFact = Readonly<{
  payment: string
  kind: string
  value: Readonly<Record<string, unknown>>
  event: string
  event_type: string | null
  received: Date | null
}>

export type OrderHistory = Readonly<{
  order: OrderRow
  facts: readonly ToldFact[]
  fulfilments: readonly Readonly<{ payment: string; at: Date }>[]
  letters: readonly Readonly<{
    id: string
    kind: string
    payment: string
    status: string
    recipient: string | null
    locale: string | null
    reason: string | null
    owed: Date
    done: Date | null
  }>[]
  lineItems: readonly Readonly<{
    session: string
    fetched: Date | null
    given_up: Date | null
    reason: string | null
    lines: readonly LineItem[] | null
  }>[]
  announcements: readonly Readonly<{
    id: string
    kind: string
    at: Date
    handed_over: Date | null
    done: Date | null
  }>[]
  failures: readonly Readonly<{
    event: string
    type: string
    error_code: string
    error_text: string
    failed: Date | null
  }>[]
}>

type Which = Readonly<{ account: string; order: string }>

/** All that is known of one order, oldest first. Undefined if nothing is. Throws LedgerError. */
export async function orderHistory(ledger: Ledger, which: Which): Promise<OrderHistory | undefined> {
  const read = <Row>(name: string, text: string) => run(ledger, about<Row>(which, name, text))
  const [order] = await read<OrderRow>('order', ORDER)
  if (order === undefined) return undefined

  const [facts, fulfilments, lineItems, letters, announcements, failures] = await Promise.all([
    read<ToldFact>('facts', FACTS),
    read<OrderHistory['fulfilments'][number]>('fulfilments', FULFILMENTS),
    read<OrderHistory['lineItems'][number]>('line-items', LINE_ITEMS),
    read<OrderHistory['letters'][number]>('letters', LETTERS),
    read<OrderHistory['announcements'][number]>('announcements', ANNOUNCEMENTS),
    read<OrderHistory['failures'][number]>('failures', FAILURES)
  ])
  return { order, facts, fulfilments, lineItems, letters, announcements, failures }
}

const about = <Row>({ account, order }: Which, name: string, text: string): Statement<Row> => ({
  name: `history-${name}`,
  text,
  values: [account, order]
})

const ORDER = `
  select status, paid_twice, refunded, refund_failed, dispute, fraud, mismatch, created, changed, unsettled
  from orders where account = $1 and id = $2`

const FACTS = `
  select facts.payment_id as payment, facts.kind, facts.value, facts.event_id as event,
         events.type as event_type, events.received
  from facts left join events on events.id = facts.event_id
  where facts.account = $1
    and (facts.payment_id in (select id from payments where account = $1 and order_id = $2 and id <> '')
         or facts.payment_id = '' and facts.order_id = $2)
  order by events.received nulls first, facts.event_id, facts.kind`

const FULFILMENTS = `
  select payment_id as payment, at from fulfilments where account = $1 and order_id = $2`

const LINE_ITEMS = `
  select session_id as session, fetched, given_up, reason, lines
  from line_item_lists where account = $1 and order_id = $2 order by wanted, session_id`

const LETTERS = `
  select id, kind, payment_id as payment, status, recipient, locale, reason, owed, done
  from letters where account = $1 and order_id = $2 order by id`

const ANNOUNCEMENTS = `
  select id, kind, at, handed_over, done from announcements where account = $1 and order_id = $2 order by id`

const FAILURES = `
  select id as event, type, error_code, error_text, failed
  from events where account = $1 and order_id = $2 and finished is null and error_code is not null
  order by received`
