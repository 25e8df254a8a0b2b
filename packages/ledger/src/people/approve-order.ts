import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'

export type Approval = Readonly<{
  account: string
  order: string
  by: string
  why: string
  /** The order's `changed` when the operator looked at it. Undefined: whatever it is like now. */
  seen?: Date | undefined
}>

/** `changed`: it was settled again since it was seen. Only `approved` has done something. */
export type ApprovalResult = 'approved' | 'unknown' | 'not_in_review' | 'changed'

/**
 * Tells that an operator wants an order in review fulfilled whatever the money guard objects to. A worker settles it within
 * about a second. An order that nobody paid for is not approved: the money guard would then be off for whatever comes.
 * Throws LedgerError.
 */
export const approveOrder = (ledger: Ledger, approval: Approval): Promise<ApprovalResult> =>
  inTransaction(ledger, {
    read: [lockOrder(approval)],
    decide: ([[order]]) => {
      const result = judge(order, approval.seen)
      const write = [noteAction(approval), addApproval(approval), markUnsettled(approval)]
      return { result, write: result === 'approved' ? write : [] }
    }
  })

type Standing = Readonly<{ status: string; changed: Date }>

function judge(order: Standing | undefined, seen: Date | undefined): ApprovalResult {
  if (order === undefined) return 'unknown'
  if (order.status !== 'review') return 'not_in_review'
  return seen === undefined || seen.getTime() === order.changed.getTime() ? 'approved' : 'changed'
}

const lockOrder = ({ account, order }: Approval): Statement<Standing> => ({
  name: 'lock-order',
  text: 'select status, changed from orders where account = $1 and id = $2 for update',
  values: [account, order]
})

const noteAction = ({ account, order, by, why }: Approval): Statement => ({
  name: 'note-approval',
  text: `insert into operator_actions (who, what, account, order_id, why) values ($1, 'approve order', $2, $3, $4)`,
  values: [by, account, order, why]
})

const addApproval = ({ account, order, by }: Approval): Statement => ({
  name: 'add-approval',
  text: `
    insert into facts (account, event_id, payment_id, kind, order_id, value)
    values ($1, 'approval:' || $2, '', 'approved', $2, json_build_object('by', $3::text))
    on conflict (account, order_id, kind) where payment_id = '' do update set value = excluded.value`,
  values: [account, order, by]
})

const markUnsettled = ({ account, order }: Approval): Statement => ({
  name: 'mark-unsettled',
  text: 'update orders set unsettled = true where account = $1 and id = $2',
  values: [account, order]
})
