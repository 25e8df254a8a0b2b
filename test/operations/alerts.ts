import { type EventFailure, logFailure } from '@paidonce/ledger/log-failure'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { ownJob } from '../ledger/told.ts'
import { checkoutEvent } from '../support/events.ts'

export const OPERATIONS = 'operations@shop.example'

/** Events that failed for good, as a worker writes them down. Gives their ids. */
export async function failEvents(ledger: Ledger, count: number, more: Partial<EventFailure> = {}) {
  const jobs = Array.from({ length: count }, ownJob)
  const error = { code: 'SQLSTATE_22001', text: 'PostgreSQL refused' }
  for (const job of jobs)
    await run(
      ledger,
      logFailure({ job, reading: undefined, error, attempts: 8, isFinal: true, codeVersion: 'test', ...more })
    )
  return jobs.map(({ id }) => id)
}

/** A payment of the order, and that its buyer's bank wants it back. */
export function disputed(order: string): readonly StripeEvent[] {
  const paid = checkoutEvent('completed', { order, payment: `pi_${order}`, email: `${order}@buyer.example` })
  const dispute = {
    id: `du_${order}`,
    object: 'dispute',
    payment_intent: `pi_${order}`,
    charge: `ch_${order}`,
    amount: 3_000,
    currency: 'eur',
    status: 'needs_response',
    reason: 'fraudulent',
    evidence: { customer_email_address: `${order}@buyer.example`, customer_name: 'Ann Example' }
  }
  const created = { ...paid, id: `${paid.id}d`, type: 'charge.dispute.created', data: { object: dispute } }
  return [paid, created]
}

/** Alerts that nobody was told of and that are in no mail. */
export async function untold({ pool }: Ledger): Promise<number> {
  const { rows } = await pool.query(`
    select (select count(*) from events where told is null and failed is not null)::int
         + (select count(*) from announcements
            where told is null and kind not in ('order.fulfilled', 'order.payment_failed'))::int as n`)
  return rows[0].n
}

export const mailsOf = async ({ pool }: Ledger) =>
  (await pool.query('select id, attempts, sent, reason, gathered from operations_mails order by opened')).rows

/** As if the time of the open mail had come, or its worker had died long ago. */
export const hurry = ({ pool }: Ledger) =>
  pool.query('update operations_mails set next_try = now() where sent is null')
