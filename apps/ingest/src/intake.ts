import { createHash } from 'node:crypto'
import type { FactsTable } from '@paidonce/core/facts/reading'
import { isActedOn } from '@paidonce/core/facts/table'
import { isObject, isStripeEvent, type StripeEvent } from '@paidonce/shared/stripe-event'
import { Refusal } from './refusal.ts'

export type Intake =
  /** Ours: into the queue, under this id. */
  | Readonly<{ act: 'queue'; id: string; event: StripeEvent }>
  /** Taken note of for good: answered 200, and nothing is done. */
  | Readonly<{ act: 'ignore'; reason: 'thin_event' | 'type_not_acted_on' | 'test_event' }>

type Rules = Readonly<{ table: FactsTable; mode: 'test' | 'live' }>

/** What to do with the verified JSON of a delivery. Pure. Throws Refusal. */
export function decideIntake(verified: unknown, body: Buffer, { table, mode }: Rules): Intake {
  // Thin events and the pings of event destinations; a destination that sends us snapshots as well is what we read.
  if (isObject(verified) && verified.object === 'v2.core.event')
    return { act: 'ignore', reason: 'thin_event' }
  if (!isStripeEvent(verified)) throw new Refusal('NOT_AN_EVENT')
  if (!isActedOn(table, verified.type)) return { act: 'ignore', reason: 'type_not_acted_on' }
  if (mode === 'live' && !verified.livemode) return { act: 'ignore', reason: 'test_event' }
  // A forgotten setting must never drop live orders: Stripe sends it again for days.
  if (mode === 'test' && verified.livemode) throw new Refusal('LIVE_EVENT_AT_TEST_INGEST')

  return { act: 'queue', id: ledgerIdOf(verified, body), event: verified }
}

const ALL_ZEROS = /^evt_0+$/

/** Stripe's old test button sends every event under one id of zeros; the body tells them apart. */
const ledgerIdOf = ({ id }: StripeEvent, body: Buffer) =>
  ALL_ZEROS.test(id) ? `${id}-${createHash('sha256').update(body).digest('hex').slice(0, 16)}` : id
