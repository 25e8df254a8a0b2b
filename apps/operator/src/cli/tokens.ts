import { parseArgs } from 'node:util'
import { createPool } from '@paidonce/ledger/pool'
import { addApiToken, listApiTokens, revokeApiToken } from '../operations/users/api-tokens.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { shortTime } from './show/table.ts'
import { databaseUrl } from './where-to-look.ts'

const HELP = `Tokens with which programs use the console's API, each as one of its users.

  npx --no-install paidonce tokens [--json]
  npx --no-install paidonce tokens add --user <name> --name <what for> [--for 90d] [--by <your name>]
  npx --no-install paidonce tokens revoke <number> [--by <your name>]

A token may do what its user may, and is printed once. It ends after --for (h or d, a year at most, 90d if not given), when it is
revoked, or when its user is disabled. Exit code 0: done. 1: there is no such user or token. 2: misused.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  user: { type: 'string' },
  name: { type: 'string' },
  for: { type: 'string', default: '90d' },
  by: { type: 'string', default: 'the command line' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

const UNIT_MS = { h: 3_600_000, d: 86_400_000 } as const

type Wish =
  | Readonly<{ verb: 'list'; isJson: boolean }>
  | Readonly<{ verb: 'add'; user: string; name: string; forMs: number; by: string }>
  | Readonly<{ verb: 'revoke'; id: string; by: string }>

/** The `tokens` command. Gives the exit code: 0 done, 1 no such user or token, 2 misused. */
export async function tokens(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  if (values.help) {
    streams.out(HELP)
    return 0
  }
  const wish = wishOf(positionals, values)
  if (typeof wish === 'string') return misused(HELP, wish, streams)
  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    return await fulfil(wish, ledger, streams)
  } finally {
    await ledger.pool.end()
  }
}

type Values = Readonly<{
  user?: string | undefined
  name?: string | undefined
  for: string
  by: string
  json: boolean
}>

function wishOf(
  [verb = 'list', id, ...more]: readonly string[],
  { user, name, by, json, ...values }: Values
): Wish | string {
  if (verb === 'list' && id === undefined) return { verb, isJson: json }
  if (verb === 'revoke')
    return id !== undefined && /^\d{1,18}$/.test(id) && more.length === 0
      ? { verb, id, by }
      : 'to revoke one, give its number, as the list of tokens has it'
  if (verb === 'list') return 'the list takes no name'
  if (verb === 'add' && id !== undefined) return 'to add one, give --user and --name, and nothing beside'
  if (verb !== 'add')
    return `there is no “tokens ${verb}”: say add or revoke, or nothing to see what there is`
  if (!user || !name) return 'to add one, give --user and --name'
  const [, number, unit] = values.for.match(/^(\d{1,5})([hd])$/) ?? []
  if (number === undefined) return '--for takes hours or days, such as 12h or 90d'
  return { verb, user, name, forMs: Number(number) * UNIT_MS[unit as keyof typeof UNIT_MS], by }
}

async function fulfil(
  wish: Wish,
  ledger: Parameters<typeof addApiToken>[0],
  { out, err }: Streams
): Promise<number> {
  if (wish.verb === 'list') {
    const all = await listApiTokens(ledger)
    out(wish.isJson ? JSON.stringify(all, null, 2) : all.map(lineOf).join('\n') || 'There are no tokens yet.')
    return 0
  }
  if (wish.verb === 'revoke') {
    const isDone = await revokeApiToken(ledger, wish)
    if (isDone) out(`Token ${wish.id} lets nobody in any more.`)
    else err(`There is no token ${wish.id}.`)
    return isDone ? 0 : 1
  }
  const added = await addApiToken(ledger, wish)
  if (added === undefined) {
    err(`There is no user ${wish.user}.`)
    return 1
  }
  out(
    `${added.token}\nIt is shown this once. Token ${added.id} of ${wish.user}, good until ${shortTime(added.until.toISOString())} UTC.`
  )
  return 0
}

const lineOf = ({ id, user, name, until, revoked }: Awaited<ReturnType<typeof listApiTokens>>[number]) =>
  [
    id.padStart(5),
    user.padEnd(24),
    revoked ? `revoked ${shortTime(revoked.toISOString())}` : `until   ${shortTime(until.toISOString())}`,
    name
  ].join('  ')
