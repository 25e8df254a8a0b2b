import { parseArgs } from 'node:util'
import { DEFAULT_ORDER_ID_FROM, isOrderIdPlace, ORDER_ID_PLACES } from '@paidonce/core/facts/reading'
import { DIFFERENCE_KINDS } from '@paidonce/core/reconciling/difference'
import { createPool, type Ledger } from '@paidonce/ledger/pool'
import { differencesOf, type NotedDifference } from '@paidonce/ledger/reconciling/note-differences'
import { run } from '@paidonce/ledger/transaction'
import { type Reconciled, reconcile } from '@paidonce/reconciliation/reconcile'
import * as read from '@paidonce/shared/read-environment'
import { createClient } from '@paidonce/stripe-api/create-client'
import { z } from 'zod'
import { showDifference, showHeading } from '../operations/show-differences.ts'
import { queueEvents } from '../redis/queue-events.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { databaseUrl, redisUrl, stripeAccess } from './where-to-look.ts'

const HELP = `Does the money agree? Compares payments, refunds and disputes at Stripe with what was settled, in three lists.

  npx --no-install paidonce reconcile [--since 2d] [--account acct_…] [--repair] [--json]

--since (2d if not given) says how old what is compared may be. What is younger than ten minutes is on its way, and left out. --repair has what
Stripe says settled like events; what is fulfilled and not paid is for you to decide.
Exit code 0: all agrees. 1: it does not. 2: it could not look at all of it.

Stripe's key is STRIPE_SECRET_KEY, the database DATABASE_URL, the Redis (for --repair) REDIS_URL; else those of the running
\`npm start\`. ORDER_ID_FROM must be that of the worker.`

const OPTIONS = {
  since: { type: 'string', default: '2d' },
  account: { type: 'string', default: '' },
  repair: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

type Environment = Readonly<Record<string, string | undefined>>

const Rules = z.object({
  ORDER_ID_FROM: read.listOf(isOrderIdPlace, ORDER_ID_PLACES).default([...DEFAULT_ORDER_ID_FROM])
})

const ON_ITS_WAY_S = 600
const A_PAGE = 100

/** The `reconcile` command. Gives the exit code: 0 all agrees, 1 it does not, 2 not all was looked at, or misused. */
export async function reconcileCommand(
  argv: readonly string[],
  env: Environment,
  { out, err }: Streams
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) {
    out(HELP)
    return 0
  }
  const since = read.duration.safeParse(values.since)
  if (!since.success || !/^(acct_\w{1,120})?$/.test(values.account)) {
    return misused(HELP, '--since takes a time such as 2d, --account an account such as acct_1', { err })
  }
  const redis = values.repair ? redisUrl(env) : ''
  const until = Math.floor(Date.now() / 1000) - ON_ITS_WAY_S
  const window = { account: values.account, since: until - since.data / 1000, until, how: 'asked' } as const
  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    const found = await reconcile(window, {
      ledger,
      stripe: createClient({ ...stripeAccess(env), requestsPerSecond: 20 }),
      rules: { orderIdFrom: read.readEnvironment(Rules, env).ORDER_ID_FROM },
      ask: question => question(),
      repair: values.repair ? jobs => queueEvents(redis, jobs) : undefined,
      goOn: () => undefined
    })
    if (found.error !== null) err(`Not all was looked at: ${found.error}.`)
    await show({ ...found, account: values.account }, ledger, values.json, out)
    if (found.error !== null) return 2
    return Object.values(found.counts).every(count => count === 0) ? 0 : 1
  } finally {
    await ledger.pool.end()
  }
}

type Shown = Reconciled & Readonly<{ account: string }>

async function show(
  { id, account, looked, counts }: Shown,
  ledger: Ledger,
  json: boolean,
  out: Streams['out']
) {
  if (!json) {
    out(`${looked.toLocaleString('en')} payments, refunds and disputes looked at`)
    if (looked > 0) for (const kind of DIFFERENCE_KINDS) out(showHeading(kind, counts[kind]))
  }
  for (let after: NotedDifference | undefined; ; ) {
    const page = await run(ledger, differencesOf({ account, run: id, after, limit: A_PAGE }))
    for (const difference of page) out(json ? JSON.stringify(difference) : showDifference(difference))
    after = page.at(-1)
    if (after === undefined) return
  }
}
