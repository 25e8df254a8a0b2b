import { asyncPaymentFailed } from './async-payment-failed.ts'
import { asyncPaymentSucceeded } from './async-payment-succeeded.ts'
import { asyncPending } from './async-pending.ts'
import { card } from './card.ts'
import { cardTwoEvents } from './card-two-events.ts'
import { expired } from './expired.ts'
import { expiredThenPaid } from './expired-then-paid.ts'
import { free } from './free.ts'
import { paidTwice } from './paid-twice.ts'
import { secondSession } from './second-session.ts'
import type { Sequence } from './sequence.ts'
import { setup } from './setup.ts'

/** Every sequence the twin can play, by the name to ask for it. */
export const SEQUENCES = {
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
} as const satisfies Record<string, Sequence>

export type SequenceName = keyof typeof SEQUENCES

export const SEQUENCE_NAMES = Object.keys(SEQUENCES) as SequenceName[]

export const isSequenceName = (text: string): text is SequenceName => Object.hasOwn(SEQUENCES, text)
