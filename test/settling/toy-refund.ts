import type { FactsTable } from '@paidonce/core/facts/reading'

/** A new type of event is one file: it tells that so much of a payment has gone back. It knows no order. */
export const toyRefund: FactsTable = {
  'toy.refunded': ({ data: { object } }) => {
    const { payment, amount } = object as { payment: string; amount: number }
    return {
      session: null,
      payment,
      order: null,
      email: null,
      facts: [{ kind: 'refunded', payment, order: null, value: { amount } }]
    }
  }
}
