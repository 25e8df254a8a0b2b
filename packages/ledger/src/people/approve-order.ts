import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'

export type Approval = Readonly<{ account: string; order: string; by: string; why: string }>

/**
 * Tells that an operator wants the order fulfilled whatever the money guard objects to. A worker settles it within
 * about a second. False if there is no such order. Throws LedgerError.
 */
export const approveOrder = (ledger: Ledger, approval: Approval): Promise<boolean> =>
  inTransaction(ledger, {
    read: [lockOrder(approval)],
    decide: ([[order]]) =>
      order === undefined
        ? { result: false, write: [] }
        : { result: true, write: [noteAction(approval), addApproval(approval), markUnsettled(approval)] }
  })

const lockOrder = ({ account, order }: Approval): Statement<{ id: string }> => ({
  name: 'lock-order',
  text: 'select id from orders where account = $1 and id = $2 for update',
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
