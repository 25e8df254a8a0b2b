import { parseArgs } from 'node:util'
import { lookAtEvent } from '../../operations/finding/look-at-event.ts'
import { misused } from '../misused.ts'
import type { Command } from '../run-command.ts'
import { showEvent } from '../show/show-event.ts'
import { withLedger } from '../with-ledger.ts'

const HELP = `Shows everything known of one event.

  npx --no-install paidonce event <event id> [--payload] [--json]

--payload shows the event as it came, too; --json always holds it. Exit code 0: shown. 1: no such event. 2: misused, or it could
not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const OPTIONS = {
  payload: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** The `event` command. Gives the exit code: 0 shown, 1 no such event, 2 misused. */
export const event: Command = async (argv, env, { out, err }) => {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  const [id, ...more] = positionals
  if (values.help) {
    out(HELP)
    return 0
  }
  if (id === undefined || more.length > 0) {
    return misused(HELP, 'name one event', { err })
  }
  const found = await withLedger(env, ledger => lookAtEvent(ledger, id))
  if (found === undefined) {
    err('No such event is known. What waits in Redis is not in the ledger yet.')
    return 1
  }
  out(values.json ? JSON.stringify(found, null, 2) : showEvent(found, values.payload))
  return 0
}
