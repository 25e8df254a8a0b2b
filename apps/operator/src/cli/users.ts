import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createPool, type Ledger } from '@paidonce/ledger/pool'
import { ROLES, type Role } from '@paidonce/ledger/users/user'
import { addUser, changeUser, listUsers } from '../operations/users/manage-users.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { shortTime } from './show/table.ts'
import { databaseUrl } from './where-to-look.ts'

const HELP = `Who may use the console.

  npx --no-install paidonce users [--json]
  npx --no-install paidonce users add <name> [--role viewer|operator] [--by <your name>]
  npx --no-install paidonce users change <name> [--role viewer|operator] [--new-password] [--disable | --enable] [--by <your name>]

A viewer sees states and amounts; an operator (the default) sees everything, and acts. add and --new-password make a password
and print it once; PAIDONCE_NEW_PASSWORD in the environment is taken instead. Whoever is changed is signed out everywhere.
Exit code 0: done. 1: there is no such user, or the name is taken. 2: misused.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  role: { type: 'string' },
  'new-password': { type: 'boolean', default: false },
  disable: { type: 'boolean', default: false },
  enable: { type: 'boolean', default: false },
  by: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** Who has acted keeps their name in what is written down. */
const VERBS_RULE =
  'say add or change, or nothing to see who there is. Nobody is removed: change <name> --disable shuts them out'

const isVerb = (verb: string) => verb === 'list' || verb === 'add' || verb === 'change'

const isRole = (text: string | undefined): text is Role | undefined =>
  text === undefined || (ROLES as readonly string[]).includes(text)

/** The `users` command. Gives the exit code: 0 done, 1 no such user or the name is taken, 2 misused. */
export async function users(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, err }: Streams
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  const [verb = 'list', name, ...more] = positionals
  const { role, by = 'the command line' } = values
  if (values.help) {
    out(HELP)
    return 0
  }
  if (!isVerb(verb)) return misused(HELP, `there is no “users ${verb}”: ${VERBS_RULE}`, { err })
  if ((verb === 'list') !== (name === undefined) || more.length > 0)
    return misused(HELP, verb === 'list' ? 'the list takes no name' : `to ${verb} somebody, give one name`, {
      err
    })
  if (!isRole(role)) return misused(HELP, `--role is one of ${ROLES.join(', ')}`, { err })
  if (values.disable && values.enable) return misused(HELP, 'either --disable or --enable', { err })
  const password = () => env.PAIDONCE_NEW_PASSWORD || randomBytes(15).toString('base64url')
  const ledger: Ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    if (verb === 'list' || name === undefined) {
      const all = await listUsers(ledger)
      out(
        values.json ? JSON.stringify(all, null, 2) : all.map(lineOf).join('\n') || 'There are no users yet.'
      )
      return 0
    }
    if (verb === 'add') {
      const given = password()
      if (!(await addUser(ledger, { name, role: role ?? 'operator', password: given, by }))) {
        err(`There is a user ${name} already.`)
        return 1
      }
      out(said(name, given, env))
      return 0
    }
    const given = values['new-password'] ? password() : undefined
    const change = {
      name,
      role,
      password: given,
      isDisabled: values.disable ? true : values.enable ? false : undefined
    }
    if (!(await changeUser(ledger, { ...change, by }))) {
      err(`There is no user ${name}.`)
      return 1
    }
    out(given === undefined ? `${name} is changed, and signed out everywhere.` : said(name, given, env))
    return 0
  } finally {
    await ledger.pool.end()
  }
}

const said = (name: string, password: string, env: Readonly<Record<string, string | undefined>>) =>
  env.PAIDONCE_NEW_PASSWORD
    ? `${name} signs in with the password that was given.`
    : `${name} signs in with the password ${password}\nIt is shown this once.`

const lineOf = ({ name, role, disabled, last }: Awaited<ReturnType<typeof listUsers>>[number]) =>
  [
    name.padEnd(24),
    role.padEnd(10),
    disabled ? 'disabled' : last ? `last signed in ${shortTime(last.toISOString())}` : ''
  ]
    .join('')
    .trimEnd()
