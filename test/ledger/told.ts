import type { Fact } from '@paidonce/core/facts/fact'
import type { Ledger } from '@paidonce/ledger/pool'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import type { EventJob } from '@paidonce/shared/event-job'
import { checkoutEvent } from '../support/events.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'

const VALUE = { amount: 3_000, currency: 'eur', email: 'ann@example.com', name: 'Ann', locale: 'en' }

/** A job with an event of its own. */
export function ownJob(): EventJob {
  const event = checkoutEvent('completed')
  return { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' }
}

/** An event that says that an order's payment came to this. */
export function told(kind: 'paid' | 'failed' | 'expired', order: string, job = ownJob()): ReadEvent {
  const payment = `pi_${order}`
  const facts = [{ kind, payment, order, value: VALUE } as Fact]
  return {
    job,
    reading: { session: `cs_${order}`, payment, order, email: VALUE.email, facts },
    payload: JSON.stringify(job.event),
    attempts: 1
  }
}

export const settle = (ledger: Ledger, ...events: readonly ReadEvent[]) =>
  settleBatch(ledger, SETTLING_RULES, { events, orders: [] })
