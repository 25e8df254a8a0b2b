import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { ROOT } from '../support/sources.ts'

export const CHARGES = join(ROOT, 'examples/own-facts/charges.mjs')

/** A module of a shop's that lives as long as the test. Gives its path. */
export function ownModule(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-own-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'own.mjs')
  writeFileSync(path, text)
  return path
}

/** A charge by the Charges API, for an order. `secret` is something that must not be repeated. */
export const chargeEvent = (order: string, type = 'charge.succeeded'): StripeEvent => ({
  ...checkoutEvent('completed'),
  type,
  data: {
    object: {
      id: `ch_${order}`,
      object: 'charge',
      captured: true,
      amount: 3_000,
      amount_captured: 3_000,
      amount_refunded: type === 'charge.refunded' ? 1_000 : 0,
      currency: 'eur',
      metadata: { order_id: order },
      secret: 'secret@example.com'
    }
  }
})
