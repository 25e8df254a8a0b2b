import type { ReadingRules } from '@paidonce/core/facts/reading'
import type { Difference } from '@paidonce/core/reconciling/difference'
import type { Ledger } from '@paidonce/ledger/pool'
import { confirmFulfilments, unconfirmedFulfilments } from '@paidonce/ledger/reconciling/confirm-fulfilments'
import { knownPayments } from '@paidonce/ledger/reconciling/known-payments'
import {
  beginReconciliation,
  finishReconciliation,
  type ReconciliationWindow
} from '@paidonce/ledger/reconciling/log-reconciliation'
import { countDifferences, noteDifferences } from '@paidonce/ledger/reconciling/note-differences'
import { run } from '@paidonce/ledger/transaction'
import type { EventJob } from '@paidonce/shared/event-job'
import { apiVerdict } from '@paidonce/stripe-api/api-verdict'
import { paymentAtStripe } from '@paidonce/stripe-api/is-paid'
import { type AskStripe, listObjects, OBJECT_KINDS } from '@paidonce/stripe-api/list-objects'
import { checkUnconfirmed } from './check-unconfirmed.ts'
import { comparePage } from './compare-page.ts'

type StripeApi = Parameters<typeof listObjects>[0]

export type ReconcileParts = Readonly<{
  ledger: Ledger
  stripe: StripeApi
  rules: ReadingRules
  ask: AskStripe
  /** Queues what Stripe says, to be settled like any event; undefined: nothing is repaired. */
  repair: ((jobs: readonly EventJob[]) => Promise<unknown>) | undefined
  /** Throws when it is time to stop. */
  goOn: () => void
}>

export type Reconciled = Readonly<{
  id: string
  looked: number
  counts: Readonly<Record<Difference['kind'], number>>
  /** Why not all was looked at. */
  error: string | null
}>

const A_PAGE = 100

/** Compares one window of what Stripe has with what was settled, and notes every difference. Throws what is not Stripe's. */
export async function reconcile(
  window: ReconciliationWindow & Readonly<{ how: 'nightly' | 'asked' }>,
  { ledger, stripe, rules, ask, repair, goOn }: ReconcileParts
): Promise<Reconciled> {
  const { account, since, until } = window
  const [begun] = await run(ledger, beginReconciliation(window, window.how))
  const id = begun?.id ?? ''
  let looked = 0

  const confirm = (payments: readonly string[]) => run(ledger, confirmFulfilments(account, payments))
  const note = (differences: readonly Difference[]) =>
    run(ledger, noteDifferences({ account, run: id, isRepairing: repair !== undefined, differences }))

  async function finish(error: string | null): Promise<Reconciled> {
    await run(ledger, finishReconciliation(id, { looked, error }))
    // A session and its intent may tell of one difference, so they are counted where each is noted once.
    const counted = await run(ledger, countDifferences({ account, run: id }))
    const counts = { paid_not_fulfilled: 0, fulfilled_not_paid: 0, different: 0 }
    for (const { kind, count } of counted) counts[kind] = count
    return { id, looked, counts, error }
  }

  async function lookAtLists() {
    // A refund names its payment and no order, and is listed after it.
    const orders = new Map<string, string>()
    for (const kind of OBJECT_KINDS)
      for await (const objects of listObjects(stripe, { kind, account, since, until }, ask)) {
        goOn()
        looked += objects.length
        const known = (payments: readonly string[]) => run(ledger, knownPayments(account, payments))
        const page = { kind, account, objects }
        const { paid, found } = await comparePage(page, {
          rules,
          known,
          orderFound: payment => orders.get(payment),
          now: () => new Date()
        })
        if (paid.length > 0) await confirm(paid)
        if (found.length === 0) continue
        for (const { difference } of found) orders.set(difference.payment, difference.order)
        await note(found.map(({ difference }) => difference))
        await repair?.(found.map(({ event }) => event.job))
      }
  }

  try {
    await lookAtLists()
    looked += await checkUnconfirmed({
      unconfirmed: after =>
        run(ledger, unconfirmedFulfilments({ account, since, until, after, limit: A_PAGE })),
      atStripe: payment => paymentAtStripe(stripe, { account, payment }, ask),
      confirm,
      note,
      goOn
    })
  } catch (error) {
    goOn()
    return await finish(apiVerdict(error).reason)
  }
  return await finish(null)
}
