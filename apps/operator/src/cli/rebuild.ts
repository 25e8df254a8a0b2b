import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import { createPool, type Ledger } from '@paidonce/ledger/pool'
import { abandonRebuilds, findNewerRules } from '@paidonce/ledger/rebuilding/progress'
import { run } from '@paidonce/ledger/transaction'
import { type Listener, rebuild, type Summary } from '../operations/rebuild/rebuild.ts'
import { showChange, showSummary } from '../operations/rebuild/show-rebuild.ts'
import { type WorkerRules, workerRules } from '../operations/worker-rules.ts'
import { misused } from './misused.ts'
import { type Asked, readArguments } from './rebuild/read-arguments.ts'
import type { Streams, Terminal } from './run-command.ts'
import { databaseUrl } from './where-to-look.ts'

const HELP = `Reads the events of the ledger again, as this release and your settings read them, and settles the orders that this changes.

  npx --no-install paidonce rebuild [--dry-run] [--since <time>] [--type <type of event>] [--batch 500] [--json]
  npx --no-install paidonce rebuild --order <order id> [--account acct_…] [--dry-run] [--json]

It says what would change and asks before it writes; with --dry-run it only says so, with --yes it does not ask. Workers may go on
meanwhile. Ended anywhere and begun again, it goes on; --from-start begins anew. Letters that are newly owed are not sent, unless
--send-letters. Exit code 0: done. 1: some of it failed, or nobody said yes. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`. ORDER_ID_FROM, REQUIRE_REGISTRATION, OWN_FACTS,
DECLINED_LETTER_AFTER and STRIPE_SECRET_KEY must be as the workers have them.`

/** The `rebuild` command. Gives the exit code: 0 done, 1 partly or not done, 2 misused. */
export async function rebuildCommand(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams & Terminal
): Promise<number> {
  const asked = readArguments(argv)
  if (typeof asked === 'string') {
    return misused(HELP, asked, streams)
  }
  if (asked.help) {
    streams.out(HELP)
    return 0
  }
  const how = await workerRules(env)
  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    if ((await run(ledger, findNewerRules(SETTLE_VERSION))).length > 0) {
      streams.err('A newer release has settled orders: rebuild with that one.')
      return 2
    }
    return await lookThenWrite(ledger, how, asked, streams)
  } finally {
    await ledger.pool.end()
  }
}

type Say = Streams & Terminal

async function lookThenWrite(ledger: Ledger, how: WorkerRules, asked: Asked, say: Say): Promise<number> {
  if (asked.isDry || !asked.isSure) {
    const { changed, failures } = await go(ledger, how, { ...asked, isDry: true }, say)
    if (asked.isDry || changed === 0) return failures.length === 0 ? 0 : 1
    if (!(await say.ask('\nWrite this?'))) {
      say.err('Nothing was written: nobody said yes. --yes says it for you.')
      return 1
    }
  }
  // What was asked about has been shown already.
  const { failures } = await go(ledger, how, asked, asked.isSure ? say : { ...say, out: () => undefined })
  return failures.length === 0 ? 0 : 1
}

async function go(
  ledger: Ledger,
  { reader, rules, fingerprint }: WorkerRules,
  { which, batch, isDry, sendsLetters, fromStart, json }: Asked,
  say: Say
): Promise<Summary> {
  const listener: Listener = {
    onChange: change => say.out(json ? JSON.stringify(change) : showChange(change)),
    onProgress: ({ looked, changed }) =>
      say.progress(`looked at ${looked} events, ${changed} are read otherwise`),
    onGoingOn: (started, looked) =>
      say.err(`Going on with what was begun at ${started.toISOString()}, behind ${looked} events.`)
  }
  const name = JSON.stringify([which, fingerprint])
  if (fromStart && !isDry) await run(ledger, abandonRebuilds(name))
  const summary = await rebuild(
    {
      ledger,
      reader,
      rules: {
        ...rules,
        ...(!sendsLetters && { withholdsLetters: 'found by a rebuild, which sends no letters' })
      },
      isDry
    },
    { which, name, batch },
    listener
  )
  const end = json ? JSON.stringify({ ...summary, isDry }) : showSummary(summary, isDry)
  say.out(json ? end : `\n${end}`)
  return summary
}
