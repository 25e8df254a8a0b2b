import type { ReadingRules } from '@paidonce/core/facts/reading'
import type { Ledger } from '@paidonce/ledger/pool'
import { servedSince } from '@paidonce/ledger/sweep/served-since'
import { run } from '@paidonce/ledger/transaction'
import { reconcile } from '@paidonce/reconciliation/reconcile'
import type { EventJob } from '@paidonce/shared/event-job'
import type { Logger } from '@paidonce/shared/logger'
import { isPassing } from '@paidonce/stripe-api/api-verdict'
import type Stripe from 'stripe'
import { askAgain } from '../sweep/ask-again.ts'

export type NightlyParts = Readonly<{
  ledger: Ledger
  stripe: Stripe
  rules: ReadingRules
  accounts: readonly string[]
  /** How far it looks back. */
  sinceMs: number
  add: (jobs: readonly EventJob[]) => Promise<void>
  log: Logger
}>

/** What is younger is on its way. */
const ON_ITS_WAY_S = 600

/**
 * One night's reconciliation of every account. What was created before paidonce served an account is left alone: somebody
 * else fulfilled those orders, and they must not be fulfilled again. One that is broken off begins anew the next night.
 */
export function createReconcileNightly({ ledger, stripe, rules, accounts, sinceMs, add, log }: NightlyParts) {
  return async function reconcileNightly(signal: AbortSignal): Promise<void> {
    const until = Math.floor(Date.now() / 1000) - ON_ITS_WAY_S

    const parts = {
      ledger,
      stripe,
      rules,
      ask: askAgain({ isPassing, signal }),
      repair: add,
      goOn: () => signal.throwIfAborted()
    }
    for (const account of accounts) {
      try {
        const [{ at: first } = { at: null }] = await run(ledger, servedSince(account))
        const since = Math.max(first ?? until, until - Math.floor(sinceMs / 1000))
        if (since >= until) continue
        const { error, ...found } = await reconcile({ account, since, until, how: 'nightly' }, parts)
        if (error === null) log.info({ account, ...found }, 'reconciled with Stripe')
        else log.error({ account, ...found, reason: error }, 'Stripe’s lists could not be compared')
      } catch (err) {
        if (signal.aborted) return
        log.error({ err, account }, 'the reconciliation was broken off')
      }
    }
  }
}
