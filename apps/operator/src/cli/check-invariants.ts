import { parseArgs } from 'node:util'
import { loadOwnFacts } from '@paidonce/core/facts/own-facts'
import { DEFAULT_ORDER_ID_FROM, isOrderIdPlace, ORDER_ID_PLACES } from '@paidonce/core/facts/reading'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { loadExport } from '@paidonce/shared/load-export'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'
import { showInvariants } from '../operations/show-invariants.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { databaseUrl, redisUrl } from './where-to-look.ts'

const HELP = `Looks whether everything holds that is promised: in the database, in Redis, and between them. Reads only.

  npx --no-install paidonce check-invariants [--drained] [--json]

What is younger than a minute or still on its way is counted, not judged; with --drained, for a system in which nothing is
on its way any more, it is a fault. Exit code 0: all holds. 1: something is violated. 2: it could not look.

The servers are DATABASE_URL and REDIS_URL, else those of the running \`npm start\`. ORDER_ID_FROM,
REQUIRE_REGISTRATION and OWN_FACTS must be as the workers have them.`

const OPTIONS = {
  drained: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** The settings of the workers that change what events tell and what the facts of an order give. */
const Rules = z.object({
  ORDER_ID_FROM: read.listOf(isOrderIdPlace, ORDER_ID_PLACES).default([...DEFAULT_ORDER_ID_FROM]),
  REQUIRE_REGISTRATION: read.onOff.default(false),
  OWN_FACTS: z.string().optional()
})

/** The `check-invariants` command. Gives the exit code: 0 all holds, 1 something is violated, 2 misused. */
export async function checkInvariantsCommand(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, err }: Streams
): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    return misused(HELP, asked, { err })
  }
  if (asked.help) {
    out(HELP)
    return 0
  }
  const rules = read.readEnvironment(Rules, env)
  const report = await checkInvariants({
    databaseUrl: databaseUrl(env),
    redisUrl: redisUrl(env),
    rules: { orderIdFrom: rules.ORDER_ID_FROM, requireRegistration: rules.REQUIRE_REGISTRATION },
    ownFacts: await loadOwnFacts(rules.OWN_FACTS, loadExport),
    drained: asked.drained,
    now: Date.now()
  })
  out(asked.json ? JSON.stringify(report, null, 2) : showInvariants(report))
  return report.violations.length === 0 ? 0 : 1
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values
  } catch (error) {
    return (error as Error).message.replace(/\n.*$/s, '')
  }
}
