import type { EventFilter } from '@paidonce/ledger/finding/find-events'
import { findEvents } from '../../operations/finding/find-events.ts'
import { showEvents } from '../show/show-events.ts'
import { EVENT_OPTIONS, eventFilterOf } from './event-filter.ts'
import { type Given, listCommand } from './list-command.ts'
import { onlyGiven } from './only-given.ts'

const HELP = `Finds events of the ledger, the newest first.

  npx --no-install paidonce events [<id or address>] [--failed] [--type <type>] [--since 2h] [--json] …

An id is that of an event, session, payment, refund, dispute or order, alone or in the address of its page at Stripe.

  --failed                      the same as --state failed: given up until somebody replays it
  --state finished|failing|failed|discarded
  --type <type>                 such as checkout.session.completed
  --error <code>                of the last try, such as SQLSTATE_22001
  --code-version <release>      of those with an error: the release that tried
  --order, --session, --payment <id>
  --email <address>
  --account <acct_…>            "" is your own account
  --since, --until <time>       of arrival: 2h, 3d, 2026-05-01 or 2026-05-01T12:00Z
  --limit <1 to 200>            50 if not given
  --after <cursor>              the next page, as the last line of a page says
  --json                        {"rows": […], "next": "<cursor>" or null}

Exit code 0: found. 1: nothing found. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

export const events = listCommand({
  name: 'events',
  help: HELP,
  options: { ...EVENT_OPTIONS, email: { type: 'string' } },
  filterOf,
  find: findEvents,
  show: showEvents
})

function filterOf(given: Given): EventFilter | string {
  const filter = eventFilterOf(given)
  return typeof filter === 'string' ? filter : { ...filter, ...onlyGiven({ email: given.email }) }
}
