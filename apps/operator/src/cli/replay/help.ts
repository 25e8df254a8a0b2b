export const HELP = `Reads events again: those that failed, once the cause is mended; and any other, since that can fulfil nothing twice.

  npx --no-install paidonce replay <event id>… | --failed | --state … | --type … | --error … | --order … | --since …
      [--dry-run] [--skip-letters] [--yes] --by <your name> --why <reason>
  npx --no-install paidonce replay --list [--limit 20]
  npx --no-install paidonce replay --resume <number> | --abort <number> --by <your name>

It says first what each order would come to and which letters and announcements would go out, and asks. Then it queues the events and
waits until workers are done with them. Ctrl-C stops it behind the portion in hand: --resume goes on, --abort ends it for good; --list
says how the last ones went.

  --failed                  the same as --state failed: given up until somebody replays it
  --state finished|failing|failed|discarded
  --type <type>             such as checkout.session.completed
  --error <code>            of the last try, such as SQLSTATE_22001
  --code-version <release>  of those with an error: the release that tried
  --order, --session, --payment <id>   that the events name
  --account <acct_…>        "" is your own account
  --since, --until <time>   of arrival: 2h, 3d, 2026-05-01 or 2026-05-01T12:00Z
  --limit <number>          the newest so many
  --cap <number>            refuse more events than so many, 1000 if not given
  --pace <number>           events a second, 200 if not given
  --skip-letters            letters that would be owed because of it are withdrawn; older workers than this command send them
  --dry-run                 say what would happen, and do nothing
  --yes                     do not show what would happen, and do not ask
  --no-wait                 queue, and do not wait for the workers
  --json                    what would happen, or what came of it, as one line of JSON

Exit code 0: every event is finished; or nothing was to be done but to say or to queue. 1: an event failed again or cannot be read, it was
stopped or aborted, nobody said yes, or there is no such event. 2: misused, or it could not look.

The servers are DATABASE_URL and REDIS_URL, else those of the running \`npm start\`. ORDER_ID_FROM, REQUIRE_REGISTRATION, OWN_FACTS and
DECLINED_LETTER_AFTER must be as the workers have them, or what it says beforehand is not what comes.`
