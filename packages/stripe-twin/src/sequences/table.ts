import { asyncPaymentFailed } from './checkout/async-payment-failed.ts'
import { asyncPaymentSucceeded } from './checkout/async-payment-succeeded.ts'
import { asyncPending } from './checkout/async-pending.ts'
import { card } from './checkout/card.ts'
import { cardTwoEvents } from './checkout/card-two-events.ts'
import { expired } from './checkout/expired.ts'
import { expiredThenPaid } from './checkout/expired-then-paid.ts'
import { free } from './checkout/free.ts'
import { paidTwice } from './checkout/paid-twice.ts'
import { secondSession } from './checkout/second-session.ts'
import { setup } from './checkout/setup.ts'
import { disputeLost } from './disputes/dispute-lost.ts'
import { disputeOpen } from './disputes/dispute-open.ts'
import { disputeWon } from './disputes/dispute-won.ts'
import { fraudWarning } from './disputes/fraud-warning.ts'
import { radarReview } from './disputes/radar-review.ts'
import { twoDisputes } from './disputes/two-disputes.ts'
import { cardWithIntent } from './intents/card-with-intent.ts'
import { intent } from './intents/intent.ts'
import { intentAuthenticated } from './intents/intent-authenticated.ts'
import { intentCanceled } from './intents/intent-canceled.ts'
import { intentDebit } from './intents/intent-debit.ts'
import { intentDebitFailed } from './intents/intent-debit-failed.ts'
import { intentDeclined } from './intents/intent-declined.ts'
import { intentDeclinedThenPaid } from './intents/intent-declined-then-paid.ts'
import { intentVoucher } from './intents/intent-voucher.ts'
import { manualCapture } from './intents/manual-capture.ts'
import { manualCaptureCanceled } from './intents/manual-capture-canceled.ts'
import { partialCapture } from './intents/partial-capture.ts'
import { partiallyFunded } from './intents/partially-funded.ts'
import { refundFailed } from './refunds/refund-failed.ts'
import { refundFull } from './refunds/refund-full.ts'
import { refundOldEvents } from './refunds/refund-old-events.ts'
import { refundPartial } from './refunds/refund-partial.ts'
import type { Sequence } from './sequence.ts'

/** Every sequence the twin can play, by its family and the name to ask for it. */
export const FAMILIES = {
  Checkout: {
    card,
    async_payment_succeeded: asyncPaymentSucceeded,
    async_payment_failed: asyncPaymentFailed,
    async_pending: asyncPending,
    expired,
    free,
    second_session: secondSession,
    expired_then_paid: expiredThenPaid,
    paid_twice: paidTwice,
    card_two_events: cardTwoEvents,
    setup
  },
  'Payment intents': {
    intent,
    card_with_intent: cardWithIntent,
    intent_declined: intentDeclined,
    intent_declined_then_paid: intentDeclinedThenPaid,
    intent_debit: intentDebit,
    intent_debit_failed: intentDebitFailed,
    intent_voucher: intentVoucher,
    intent_authenticated: intentAuthenticated,
    intent_canceled: intentCanceled,
    manual_capture: manualCapture,
    manual_capture_canceled: manualCaptureCanceled,
    partial_capture: partialCapture,
    partially_funded: partiallyFunded
  },
  Refunds: {
    refund_full: refundFull,
    refund_partial: refundPartial,
    refund_failed: refundFailed,
    refund_old_events: refundOldEvents
  },
  'Disputes and fraud': {
    dispute_won: disputeWon,
    dispute_lost: disputeLost,
    dispute_open: disputeOpen,
    two_disputes: twoDisputes,
    fraud_warning: fraudWarning,
    radar_review: radarReview
  }
} as const satisfies Record<string, Readonly<Record<string, Sequence>>>

export type Family = keyof typeof FAMILIES

export const SEQUENCES = {
  ...FAMILIES.Checkout,
  ...FAMILIES['Payment intents'],
  ...FAMILIES.Refunds,
  ...FAMILIES['Disputes and fraud']
} as const satisfies Record<string, Sequence>

export type SequenceName = keyof typeof SEQUENCES

export const SEQUENCE_NAMES = Object.keys(SEQUENCES) as SequenceName[]

export const isSequenceName = (text: string): text is SequenceName => Object.hasOwn(SEQUENCES, text)
