import { parseArgs } from 'node:util'
import { approveOrder } from '@paidonce/ledger/people/approve-order'
import { orderActions } from '@paidonce/ledger/people/order-actions'
import { orderHistory } from '@paidonce/ledger/people/order-history'
import { createPool } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { lookAtUnknownOrder, type UnknownOrder } from '../operations/finding/unknown-order.ts'
import { showOrder } from '../operations/show-order.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { databaseUrl } from './where-to-look.ts'

const HELP = `Shows everything known of one order, or approves one that waits for review.

  npx --no-install paidonce order <order id> [--account acct_…] [--json]
  npx --no-install paidonce order <order id> --approve --by <your name> --why <reason>

Exit code 0: shown. 1: no such order, or none to approve. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  account: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
  approve: { type: 'boolean', default: false },
  by: { type: 'string' },
  why: { type: 'string' },
  help: { type: 'boolean', default: false }
} as const

/** The `order` command. Gives the exit code: 0 done, 1 no such order or none to approve, 2 misused. */
export async function order(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, err }: Streams
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  const [id, ...more] = positionals
  if (values.help) {
    out(HELP)
    return 0
  }
  if (id === undefined || more.length > 0) return misused(HELP, 'name one order', { err })
  if (values.approve && (!values.by || !values.why))
    return misused(HELP, '--approve needs --by and --why', { err })

  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    const which = { account: values.account, order: id }
    if (values.approve) {
      const result = await approveOrder(ledger, { ...which, by: values.by ?? '', why: values.why ?? '' })
      if (result === 'not_in_review') {
        err(`Nothing was done: order "${id}" is not in review. Only what waits for review is approved.`)
        return 1
      }
      if (result === 'approved') err('Approved. A worker settles it within a second.\n')
    }
    const history = await orderHistory(ledger, which)
    if (history === undefined) {
      err(sayUnknown(await lookAtUnknownOrder(ledger, which)))
      return 1
    }
    const actions = await run(ledger, orderActions(which))
    const { account } = which
    out(
      values.json
        ? JSON.stringify({ id, account, ...history, actions }, null, 2)
        : showOrder(id, history, actions)
    )
    return 0
  } finally {
    await ledger.pool.end()
  }
}

function sayUnknown({ sentence, events: [newest] }: UnknownOrder): string {
  if (newest === undefined) return sentence
  return `${sentence}

See why, mend the cause, then replay it:
  npx --no-install paidonce event ${newest}
  npx --no-install paidonce replay ${newest} --by … --why …`
}
