import { parseArgs } from 'node:util'
import { type Completeness, readGaps } from '@paidonce/ledger/people/read-gaps'
import { createPool } from '@paidonce/ledger/pool'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { showGaps } from './show/show-gaps.ts'
import { databaseUrl } from './where-to-look.ts'

const HELP = `Did we miss any? Says how far Stripe's own list of events was compared with what came, what was missing, why it
likely was, and what became of it.

  npx --no-install paidonce gaps [--account acct_…] [--within 30m] [--limit 50] [--json]

Exit code 0: nothing is missing, and that is no older than --within. 1: something is missing, or it is too long ago.
2: it could not look. --account "" is your own account alone.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  account: { type: 'string' },
  within: { type: 'string', default: '30m' },
  limit: { type: 'string', default: '50' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

const UNIT_S = { s: 1, m: 60, h: 3_600, d: 86_400 } as const

/** The `gaps` command. Gives the exit code: 0 complete, 1 not, 2 misused. */
export async function gaps(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, err }: Streams
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) {
    out(HELP)
    return 0
  }
  const [, number, unit] = values.within.match(/^(\d{1,6})([smhd])$/) ?? []
  if (number === undefined || !/^\d{1,6}$/.test(values.limit)) {
    return misused(HELP, '--within takes a time such as 30m, --limit a number', { err })
  }
  const within = Number(number) * UNIT_S[unit as keyof typeof UNIT_S]
  const isCurrent = ({ age }: Completeness) => age !== null && age <= within

  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    const found = await readGaps(ledger, values.account ?? null, Number(values.limit))
    if (values.account && found.accounts.length === 0 && !values.json) {
      out(
        `Of ${values.account} nothing was ever compared with Stripe’s list. Is it among the worker’s SWEEP_ACCOUNTS?`
      )
      return 1
    }
    const isComplete =
      found.accounts.length > 0 && found.accounts.every(one => isCurrent(one) && one.gap === 0)
    out(
      values.json ? JSON.stringify({ complete: isComplete, ...found }, null, 2) : showGaps(found, isCurrent)
    )
    return isComplete ? 0 : 1
  } finally {
    await ledger.pool.end()
  }
}
