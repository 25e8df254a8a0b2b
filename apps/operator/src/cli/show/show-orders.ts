import { formatMoney } from '@paidonce/shared/money'
import type { FoundOrder } from '../../operations/finding/find-orders.ts'
import { shortTime, table } from './table.ts'

/** Orders as lines. */
export const showOrders = (orders: readonly FoundOrder[]): string =>
  table(
    ['changed', 'order', 'status', 'money', 'marks', 'address', 'account'],
    orders.map(order => [
      shortTime(order.changed),
      order.id,
      order.status,
      order.money === null ? '' : formatMoney(order.money, 'en'),
      marksOf(order).join(', '),
      order.email ?? '',
      order.account
    ])
  ).join('\n')

function marksOf({ marks, money, unsettled }: FoundOrder): string[] {
  const { paidTwice, refunded, refundFailed, dispute, fraud, mismatch } = marks
  const back = money === null ? `${refunded} minor units` : formatMoney({ ...money, amount: refunded }, 'en')
  return [
    ...(paidTwice.length > 0 ? ['PAID TWICE'] : []),
    ...(refundFailed.length > 0 ? ['REFUND FAILED'] : []),
    ...(dispute === null ? [] : [`DISPUTE ${dispute.replaceAll('_', ' ')}`]),
    ...(fraud.length > 0 ? ['FRAUD?'] : []),
    ...(mismatch.length > 0 ? ['MISMATCH'] : []),
    ...(refunded === 0 ? [] : [`refunded ${back}`]),
    ...(unsettled ? ['about to be settled'] : [])
  ]
}
