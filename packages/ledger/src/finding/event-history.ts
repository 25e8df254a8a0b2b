import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'
import { clean } from './conditions.ts'
import { EVENT_COLUMNS, type EventRow } from './find-events.ts'

export type EventFact = Readonly<{
  payment: string
  kind: string
  /** The order that the event named. */
  named: string | null
  /** The order that the payment belongs to. */
  order: string | null
  value: Readonly<Record<string, unknown>>
}>

export type ActionRow = Readonly<{
  at: Date
  who: string
  what: string
  why: string | null
  result: string | null
  finished: Date | null
}>

export type EventHistory = Readonly<{
  event: EventRow
  mode: string
  facts: readonly EventFact[]
  /** The JSON as it came; null once it was erased. */
  payload: string | null
  /** When a person was erased from it. */
  erased: Date | null
  missed: Readonly<{ created: Date; found: Date; cause: string }> | null
  actions: readonly ActionRow[]
}>

type Whole = EventRow & Readonly<{ mode: string; payload: string | null; erased: Date | null }>

/** All that is known of one event. Undefined if the ledger does not know it. Throws LedgerError. */
export async function eventHistory(ledger: Ledger, id: string): Promise<EventHistory | undefined> {
  const about = <Row>(name: string, text: string): Statement<Row> => ({ name, text, values: [clean(id)] })
  const [whole] = await run(ledger, about<Whole>('event-whole', EVENT))
  if (whole === undefined) return undefined

  const [facts, [missed], actions] = await Promise.all([
    run(ledger, about<EventFact>('event-facts', FACTS)),
    run(ledger, about<NonNullable<EventHistory['missed']>>('event-missed', MISSED)),
    run(ledger, about<ActionRow>('event-actions', ACTIONS))
  ])
  const { mode, payload, erased, ...event } = whole
  return { event, mode, facts, payload, erased, missed: missed ?? null, actions }
}

const EVENT = `select ${EVENT_COLUMNS}, mode, payload::text as payload, erased from events where id = $1`

const FACTS = `
  select payment_id as payment, kind, order_id as named, value,
         case when payment_id = '' then order_id else
           (select order_id from payments where payments.account = facts.account and payments.id = facts.payment_id)
         end as "order"
  from facts where event_id = $1 order by payment_id, kind`

const MISSED = 'select created, found, cause from missed_events where id = $1'

const ACTIONS = `
  select at, who, what, why, result, finished from operator_actions
  where about = any (array(select 'replay ' || replay from replay_events where event = $1) || $1::text)
  order by at desc, id desc limit 100`
