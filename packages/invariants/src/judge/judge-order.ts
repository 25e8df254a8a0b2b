import type { SettleRules } from '@paidonce/core/orders/settle'
import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { eachAnnouncementIsDone } from './each-announcement-is-done.ts'
import { eachFulfilmentHasAPaidPayment } from './each-fulfilment-has-a-paid-payment.ts'
import { eachLetterCameToAnEnd } from './each-letter-came-to-an-end.ts'
import { eachOrderIsAsItsFactsSay } from './each-order-is-as-its-facts-say.ts'
import { eachOrderIsFulfilledAtMostOnce } from './each-order-is-fulfilled-at-most-once.ts'
import { eachOrderIsSettled } from './each-order-is-settled.ts'
import { noLetterAfterTheFulfilment } from './no-letter-after-the-fulfilment.ts'
import { nothingWasOwedWithoutCause } from './nothing-was-owed-without-cause.ts'
import { whatIsOwedWasWrittenDown } from './what-is-owed-was-written-down.ts'

/** Everything that is asked of one order. Pure. */
export const judgeOrder = (order: FoundOrder, rules: SettleRules): Finding[] => [
  ...eachOrderIsSettled(order),
  ...eachOrderIsAsItsFactsSay(order, rules),
  ...whatIsOwedWasWrittenDown(order, rules),
  ...nothingWasOwedWithoutCause(order),
  ...eachFulfilmentHasAPaidPayment(order),
  ...eachOrderIsFulfilledAtMostOnce(order),
  ...eachLetterCameToAnEnd(order),
  ...noLetterAfterTheFulfilment(order),
  ...eachAnnouncementIsDone(order)
]
