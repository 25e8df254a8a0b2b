import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'no letter was sent whose last look came after the order was fulfilled'

/** One about a refund is sent to somebody who had paid, and rightly so. */
const SAY_THAT_NOTHING_IS_PAID: readonly string[] = ['payment_failed', 'payment_declined']

export function noLetterAfterTheFulfilment(order: FoundOrder): Finding[] {
  const [fulfilment] = order.fulfilments
  if (fulfilment === undefined) return []
  return order.letters
    .filter(({ kind, status }) => status === 'sent' && SAY_THAT_NOTHING_IS_PAID.includes(kind))
    .filter(({ checked }) => checked === null || checked > fulfilment.at)
    .map(({ id, payment }) =>
      about(INVARIANT, order)('it says that a payment failed, and was sent to a buyer who had paid', {
        letter: id,
        payment
      })
    )
}
