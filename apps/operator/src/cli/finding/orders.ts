import { STATUSES } from '@paidonce/core/orders/settle'
import type { OrderFilter } from '@paidonce/ledger/finding/find-orders'
import { ORDER_MARKS } from '@paidonce/ledger/finding/order-marks'
import { findOrders } from '../../operations/finding/find-orders.ts'
import { showOrders } from '../show/show-orders.ts'
import { choice } from './choice.ts'
import { type Given, listCommand } from './list-command.ts'
import { onlyGiven } from './only-given.ts'

const HELP = `Finds orders, the last changed first.

  npx --no-install paidonce orders [<id or address>] [--status review] [--mark any] [--since 2h] [--json] …

An id is that of an order, session, payment, event, refund or dispute, alone or in the address of its page at Stripe.

  --status <status>             fulfilled, review, awaiting_payment, payment_failed, expired or pending
  --mark <mark>                 paid_twice, refunded, refund_failed, dispute, fraud, mismatch; any: whatever wants a person
                                dispute_open, paid_twice_open, refund_failed_open, fraud_open: what is still to be done
  --order, --session, --payment, --event <id>
  --email <address>             of the buyer
  --account <acct_…>            "" is your own account
  --since, --until <time>       of the last change: 2h, 3d, 2026-05-01 or 2026-05-01T12:00Z
  --limit <1 to 200>            50 if not given
  --after <cursor>              the next page, as the last line of a page says
  --json                        {"rows": […], "next": "<cursor>" or null}; amounts are minor units

Exit code 0: found. 1: nothing found. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const text = { type: 'string' } as const

export const orders = listCommand({
  name: 'orders',
  help: HELP,
  options: { status: text, mark: text, order: text, session: text, payment: text, event: text, email: text },
  filterOf,
  find: findOrders,
  show: showOrders
})

function filterOf(given: Given): OrderFilter | string {
  const mark = choice('mark', given.mark, ORDER_MARKS)
  if (typeof mark === 'string') return mark
  const status = choice('status', given.status, STATUSES)
  if (typeof status === 'string') return status
  const { order, session, payment, event, email } = given
  return onlyGiven({ order, session, payment, event, email, status: status.value, mark: mark.value })
}
