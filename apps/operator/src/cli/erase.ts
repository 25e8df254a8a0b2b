import { parseArgs } from 'node:util'
import { createPool } from '@paidonce/ledger/pool'
import { erasePerson } from '../operations/erase/erase-person.ts'
import { createHoldsAddress } from '../operations/erase/holds-address.ts'
import { inFlight } from '../operations/erase/in-flight.ts'
import { lookForPerson, type Person } from '../operations/erase/look-for-person.ts'
import { countsOf, isNothing, showCounts } from '../operations/erase/show-person.ts'
import { misused } from './misused.ts'
import type { Streams, Terminal } from './run-command.ts'
import { databaseUrl, redisUrl } from './where-to-look.ts'

const HELP = `Removes a person: address and name, and every whole event of their payments. Ids, amounts and fulfilments stay.

  npx --no-install paidonce erase --email <address> [--order <order id>] --dry-run
  npx --no-install paidonce erase --email <address> [--order <order id>] --by <your name> --why <reason> [--yes]

It shows what it would remove and asks before it does; --yes answers for you. With --order, only what belongs to that order.
Nothing is removed while a letter is owed to them or one of their events is neither finished nor discarded. Exit code 0: done, or
nothing of them is kept. 1: not done, and it says why. 2: misused, or it could not look.

The servers are DATABASE_URL and REDIS_URL, else those of the running \`npm start\`.`

const OPTIONS = {
  email: { type: 'string' },
  order: { type: 'string' },
  by: { type: 'string' },
  why: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** The `erase` command. Gives the exit code: 0 done, 1 refused or left undone, 2 misused. */
export async function erase(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams & Terminal
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) {
    streams.out(HELP)
    return 0
  }
  const { email = '', order, by = '', why = '' } = values
  const problem = problemOf({ email, by, why, isDry: values['dry-run'] })
  if (problem !== undefined) {
    return misused(HELP, problem, streams)
  }

  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  const places = { ledger, redisUrl: redisUrl(env) }
  const wish = { isDry: values['dry-run'], isSure: values.yes, by, why }
  try {
    return await eraseFrom(places, { email, order }, wish, streams)
  } finally {
    await ledger.pool.end()
  }
}

type Given = Readonly<{ email: string; by: string; why: string; isDry: boolean }>

function problemOf({ email, by, why, isDry }: Given): string | undefined {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return '--email needs an address'
  if (isDry) return undefined
  if (by === '' || why === '') return 'erasing needs --by and --why'
  if (createHoldsAddress(email)([by, why])) return '--by and --why are kept: leave the address out of them'
  return undefined
}

type Places = Parameters<typeof lookForPerson>[0]
type Wish = Readonly<{ isDry: boolean; isSure: boolean; by: string; why: string }>

async function eraseFrom(
  places: Places,
  person: Person,
  wish: Wish,
  { out, err, ask }: Streams & Terminal
): Promise<number> {
  const found = await lookForPerson(places, person)
  const counts = countsOf(found)
  if (isNothing(counts)) {
    out('Nothing of this address is kept.')
    return 0
  }
  out(showCounts(counts))

  const open = inFlight(found)
  if (open.length > 0) {
    err(
      `\nNothing is erased while this needs the address; wait, or mend it, and begin again:\n  ${open.join('\n  ')}`
    )
    return 1
  }
  if (wish.isDry) return 0
  if (!wish.isSure && !(await ask('\nErase this for good?'))) {
    err('Nothing was erased: nobody said yes. --yes says it for you.')
    return 1
  }
  await erasePerson({ ...places, found, ...wish })
  return await checkErased(places, person, { out, err })
}

async function checkErased(places: Places, person: Person, { out, err }: Streams): Promise<number> {
  const left = countsOf(await lookForPerson(places, person))
  if (isNothing(left)) {
    out('\nErased. Nothing of this address is kept.')
    return 0
  }
  err(`\nMeanwhile something more came; begin again:\n${showCounts(left)}`)
  return 1
}
