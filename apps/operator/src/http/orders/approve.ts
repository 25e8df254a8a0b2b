import { type Approval, type ApprovalResult, approveOrder } from '@paidonce/ledger/people/approve-order'
import type { Ledger } from '@paidonce/ledger/pool'
import { Refusal } from '../who/refusal.ts'

const REFUSALS: Readonly<Record<Exclude<ApprovalResult, 'approved'>, readonly [number, string, string]>> = {
  unknown: [404, 'NO_ORDER', 'Nothing is known of an order with this id.'],
  not_in_review: [409, 'NOT_IN_REVIEW', 'Nothing was done: only an order in review is approved.'],
  changed: [409, 'ORDER_CHANGED', 'Nothing was done: the order has changed since you looked. Look again.']
}

/** Throws Refusal if there is nothing to approve, and LedgerError. */
export async function approve(ledger: Ledger, approval: Approval): Promise<void> {
  const result = await approveOrder(ledger, approval)
  if (result !== 'approved') throw new Refusal(...REFUSALS[result])
}
