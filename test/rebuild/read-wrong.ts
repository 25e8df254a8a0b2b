import type { FactsTable } from '@paidonce/core/facts/reading'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import type { Ledger } from '@paidonce/ledger/pool'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import type { OrderChange } from '@paidonce/operator/operations/rebuild/predict'
import { type Listener, rebuild, type Wish } from '@paidonce/operator/operations/rebuild/rebuild'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { SETTLING_RULES } from '../support/settling-rules.ts'

export const RULES = { orderIdFrom: ['metadata.order_id'], requireRegistration: false } as const

/** A reading that understands of what an event is, and not what it says. */
export const DEAF: FactsTable = Object.fromEntries(
  Object.entries(FACTS).map(([type, read]) => [
    type,
    (event, rules) => ({ ...read(event, rules), facts: [] })
  ])
)

/** Settles events as a worker does that reads them by this table. */
export async function settleBy(
  table: FactsTable,
  ledger: Ledger,
  events: readonly StripeEvent[]
): Promise<void> {
  const read = events.map(event => ({
    job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' as const },
    reading: readEvent(table, RULES, event),
    payload: JSON.stringify(event),
    attempts: 1
  }))
  await settleBatch(ledger, { ...SETTLING_RULES, ...RULES }, { events: read, orders: [] })
}

type Asked = Readonly<{ table?: FactsTable; isDry?: boolean; sendsLetters?: boolean }> & Partial<Wish>

/** Rebuilds, and gives what it told. */
export async function rebuilt(ledger: Ledger, asked: Asked = {}) {
  const { table = FACTS, isDry = false, sendsLetters = false, ...wish } = asked
  const changes: OrderChange[] = []
  const listener: Listener = {
    onChange: change => void changes.push(change),
    onProgress: () => undefined,
    onGoingOn: () => undefined
  }
  const rules = {
    ...SETTLING_RULES,
    ...RULES,
    ...(!sendsLetters && { withholdsLetters: 'found by a rebuild, which sends no letters' })
  }
  const summary = await rebuild(
    { ledger, reader: { table, rules: RULES }, rules, isDry },
    { which: { since: undefined, type: undefined }, name: 'test', batch: 500, ...wish },
    listener
  )
  return { ...summary, changes }
}

/** Everything that the tables hold of events, facts and orders, for comparing. */
export async function written({ pool }: Ledger): Promise<unknown> {
  const tables = [
    'events',
    'facts',
    'payments',
    'orders',
    'fulfilments',
    'letters',
    'announcements',
    'rebuilds'
  ]
  return await Promise.all(
    tables.map(async table => [table, (await pool.query(`select * from ${table} order by 1, 2, 3`)).rows])
  )
}
