import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { LETTER_STATUSES, type LetterFilter } from '@paidonce/ledger/finding/find-letters'
import { findLetters } from '../../operations/finding/find-letters.ts'
import { showLetters } from '../show/show-letters.ts'
import { choice } from './choice.ts'
import { type Given, listCommand } from './list-command.ts'
import { onlyGiven } from './only-given.ts'

const HELP = `Finds letters, the newest first.

  npx --no-install paidonce letters [<order, payment or address>] [--failing] [--status given_up] [--since 2h] [--json] …

  --failing                     owed, and the last try came to nothing: it will be tried again
  --status owed|sent|withdrawn|given_up
  --kind <kind>                 payment_failed, payment_declined or refunded
  --order, --payment <id>
  --email <address>             it was sent to
  --account <acct_…>            "" is your own account
  --since, --until <time>       when it came to be owed: 2h, 3d, 2026-05-01 or 2026-05-01T12:00Z
  --limit <1 to 200>            50 if not given
  --after <cursor>              the next page, as the last line of a page says
  --json                        {"rows": […], "next": "<cursor>" or null}

Exit code 0: found. 1: nothing found. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const text = { type: 'string' } as const

export const letters = listCommand({
  name: 'letters',
  help: HELP,
  options: {
    failing: { type: 'boolean', default: false },
    status: text,
    kind: text,
    order: text,
    payment: text,
    email: text
  },
  filterOf,
  find: findLetters,
  show: showLetters
})

function filterOf(given: Given): LetterFilter | string {
  const status = choice('status', given.status, LETTER_STATUSES)
  if (typeof status === 'string') return status
  const kind = choice('kind', given.kind, LETTER_KINDS)
  if (typeof kind === 'string') return kind
  const { order, payment, email } = given
  return {
    ...onlyGiven({ order, payment, recipient: email, kind: kind.value, status: status.value }),
    failing: given.failing === true
  }
}
