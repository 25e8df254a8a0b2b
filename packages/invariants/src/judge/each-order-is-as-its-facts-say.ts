import type { SettleRules } from '@paidonce/core/orders/settle'
import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about, holdSame, list } from './expectation.ts'
import { settledBy } from './settled.ts'

const INVARIANT = 'each order has the status and the marks that its facts give'

export function eachOrderIsAsItsFactsSay(order: FoundOrder, rules: SettleRules): Finding[] {
  const due = settledBy(order, rules)
  if (due === undefined) return []

  const finding = about(INVARIANT, order)
  const { status, marks } = due
  return [
    ...(order.status === status
      ? []
      : [finding(`its status is ${order.status}, and its facts give ${status}`)]),
    ...(holdSame(order.paidTwice, marks.paidTwice)
      ? []
      : [finding(`marked as paid twice: ${list(order.paidTwice)}; its facts give ${list(marks.paidTwice)}`)]),
    ...(order.refunded === marks.refunded
      ? []
      : [finding(`refunded is ${order.refunded}, and its facts give ${marks.refunded}`)]),
    ...(holdSame(order.refundFailed, marks.refundFailed)
      ? []
      : [
          finding(
            `marked as refunds that failed: ${list(order.refundFailed)}; its facts give ${list(marks.refundFailed)}`
          )
        ]),
    ...(order.dispute === marks.dispute
      ? []
      : [finding(`its dispute is ${order.dispute}, and its facts give ${marks.dispute}`)]),
    ...(holdSame(order.fraud, marks.fraud)
      ? []
      : [finding(`suspicions: ${list(order.fraud)}; its facts give ${list(marks.fraud)}`)]),
    ...(holdSame(order.mismatch, marks.mismatch)
      ? []
      : [finding(`mismatches: ${list(order.mismatch)}; its facts give ${list(marks.mismatch)}`)])
  ]
}
