import { parseArgs } from 'node:util'
import { listFailures } from '../../operations/finding/list-failures.ts'
import { misused } from '../misused.ts'
import { readTime, TIME_RULE } from '../read-time.ts'
import type { Command } from '../run-command.ts'
import { showFailures } from '../show/show-failures.ts'
import { withLedger } from '../with-ledger.ts'

const HELP = `What did not work, grouped by what may be the cause: events by type, error and release; letters by kind and reason.

  npx --no-install paidonce failures [--since 30d] [--json]

Events stand here until they are finished, letters until they are sent; those that were given up, if they are younger than --since.
Exit code 0: nothing has failed or is failing. 1: something. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  since: { type: 'string', default: '30d' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** The `failures` command. Gives the exit code: 0 none, 1 some, 2 misused. */
export const failures: Command = async (argv, env, { out, err }) => {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) {
    out(HELP)
    return 0
  }
  const since = readTime(values.since, Date.now())
  if (since === undefined) {
    return misused(HELP, `--since takes ${TIME_RULE}`, { err })
  }
  const found = await withLedger(env, ledger => listFailures(ledger, since))
  out(values.json ? JSON.stringify(found, null, 2) : showFailures(found))
  return found.events.length + found.letters.length === 0 ? 0 : 1
}
