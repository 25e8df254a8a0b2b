import type { TestContext } from 'node:test'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import type { Accepted } from '@paidonce/invariants/found'
import type { Ledger } from '@paidonce/ledger/pool'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import { checkoutEvent } from '../../support/events.ts'
import { openLedger, ownDatabase } from '../../support/own-database.ts'
import { openRedis, ownRedis } from '../../support/own-redis.ts'
import { SETTLING_RULES } from '../../support/settling-rules.ts'

const RULES = { requireRegistration: false, orderIdFrom: ['metadata.order_id'] } as const

type Asked = Readonly<{ drained?: boolean; accepted?: readonly Accepted[]; now?: number }>

/** A run that has drained: one order paid, one whose payment failed and whose letter is sent, one that expired. */
export async function finishedRun(t: TestContext) {
  const databaseUrl = await ownDatabase(t)
  const redisUrl = await ownRedis(t)
  const ledger = openLedger(t, databaseUrl)
  const events = [
    checkoutEvent('completed', { order: 'paid', payment: 'pi_paid' }),
    checkoutEvent('completed', { order: 'failed', payment: 'pi_failed', status: 'unpaid' }),
    checkoutEvent('async_payment_failed', { order: 'failed', payment: 'pi_failed' }),
    checkoutEvent('expired', { order: 'expired', payment: 'pi_expired' })
  ]
  await settle(ledger, events)
  const plant = async (sql: string) => void (await ledger.pool.query(sql))
  await plant(`update letters set status = 'sent', checked = clock_timestamp(), done = now()`)
  await plant('update announcements set handed_over = now(), done = now()')

  const check = (asked: Asked = {}) =>
    checkInvariants({ databaseUrl, redisUrl, rules: RULES, drained: true, now: Date.now(), ...asked })

  return {
    databaseUrl,
    redisUrl,
    accepted: events.map(({ id, type }): Accepted => ({ id, type })),
    /** Does damage to the database. */
    plant,
    queue: (name: string) => {
      const queue = new Queue(name, { connection: openRedis(t, redisUrl) })
      queue.on('error', () => undefined)
      return queue
    },
    check,
    /** The invariants that are violated, each with what the first violation concerns. */
    violated: async (asked?: Asked) =>
      Object.fromEntries(
        (await check(asked)).violations.map(({ invariant, concerns }) => [invariant, concerns])
      )
  }
}

async function settle(ledger: Ledger, events: readonly StripeEvent[]) {
  const read = events.map(event => ({
    job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' as const },
    reading: readEvent(FACTS, RULES, event),
    payload: JSON.stringify(event),
    attempts: 1
  }))
  await settleBatch(ledger, { ...SETTLING_RULES, ...RULES }, { events: read, orders: [] })
}
