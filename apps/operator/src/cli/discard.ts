import { parseArgs } from 'node:util'
import { discardEvents } from '../operations/discard-events.ts'
import { plural } from '../operations/plural.ts'
import { USUAL_CAP } from '../operations/replay/which-events.ts'
import { onlyGiven } from './finding/only-given.ts'
import { misused } from './misused.ts'
import type { Command } from './run-command.ts'
import { withLedger } from './with-ledger.ts'

const HELP = `Has events that failed, and that nobody will mend, stand among the failures no more. What they told stays as it is.

  npx --no-install paidonce discard <event id>… | --type … | --error … | --code-version …  --by <your name> --why <reason>

  --type <type>             of these failed events only those of a type
  --error <code>            of the last try, such as UNKNOWN_EVENT_TYPE
  --code-version <release>  that tried
  --cap <number>            refuse more events than so many, ${USUAL_CAP} if not given
  --json                    the ids, as one line of JSON

One that is replayed, or that Stripe sends again, is worked on like any other. Exit code 0: done. 1: there is no such failed event.
2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const text = { type: 'string' } as const
const OPTIONS = {
  type: text,
  error: text,
  'code-version': text,
  cap: { type: 'string', default: `${USUAL_CAP}` },
  by: text,
  why: text,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** The `discard` command. Gives the exit code: 0 done, 1 there is no such failed event, 2 misused. */
export const discard: Command = async (argv, env, { out, err }) => {
  const { values, positionals: ids } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true
  })
  if (values.help) {
    out(HELP)
    return 0
  }
  const { type, error, 'code-version': codeVersion, by = '', why = '', cap } = values
  const filter = onlyGiven({ type, error, codeVersion })
  const isFiltered = Object.keys(filter).length > 0
  if (isFiltered === ids.length > 0 || by === '' || why === '' || !/^[1-9]\d{0,5}$/.test(cap)) {
    return misused(
      HELP,
      'Say which failed events, by their ids or by what they have in common, and --by and --why',
      {
        err
      }
    )
  }
  const which = isFiltered ? { filter } : { ids }
  const done = await withLedger(env, ledger => discardEvents(ledger, which, { by, why, cap: Number(cap) }))
  if (values.json) out(JSON.stringify(done))
  else if (done.length === 0) err('There is no such failed event.')
  else out(`Discarded ${plural(done.length, 'event')}.`)
  return done.length === 0 ? 1 : 0
}
