import type { Known, Settled } from './settle.ts'

/** An order with more facts than this is no longer one order: some id is shared that should not be. */
export const MAX_FACTS = 500

/** Such an order goes to review. Its facts are not even looked at: which of them were read would depend on chance. */
export function settleBeyondReason({ fulfilment }: Known): Settled {
  const reasons = ['too_many_facts'] as const
  const review = {
    kind: 'order.review',
    about: '',
    data: { payment: null, amount: null, currency: null, reasons }
  } as const

  return {
    status: fulfilment === undefined ? 'review' : 'fulfilled',
    fulfilment,
    marks: { paidTwice: [], refunded: 0, refundFailed: [], dispute: null, fraud: [], mismatch: reasons },
    sessions: [],
    owed: { letters: [], announcements: fulfilment === undefined ? [review] : [] }
  }
}
