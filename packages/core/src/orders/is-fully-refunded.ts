import type { Payment } from './payment.ts'

/** All that was paid went back. */
export const isFullyRefunded = ({ status, due, refunds }: Payment): boolean =>
  status === 'paid' && refunds.amount > 0 && due.amount !== null && refunds.amount >= due.amount
