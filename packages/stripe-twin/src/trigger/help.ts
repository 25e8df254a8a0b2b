import type { Sequence } from '../sequences/sequence.ts'
import { FAMILIES } from '../sequences/table.ts'
import { GROUPS, OPTIONS, type Option } from './options.ts'
import { line } from './two-columns.ts'

const SHELL = 'npm run trigger --'

/** The whole help, from the table of options. */
export const helpText =
  (): string => `Plays Stripe: makes signed events and delivers them to this machine's webhook.

  ${SHELL} <sequence> [options]
  ${SHELL} mix [options]              many orders, all sequences
  ${SHELL} replay <path…> [options]   event files as they are

  ${SHELL} card
  ${SHELL} async_payment_failed --order 1002 --email a@example.com --locale vi
  ${SHELL} mix --orders 2000 --duplicates 0.2 --shuffle --seed 1 --check
  ${SHELL} replay events/ more.jsonl

${sequenceLines()}

${GROUPS.map(group => `${group}\n${optionLines(group)}`).join('\n\n')}

A replay sends the events of files, and of all .json, .jsonl and .ndjson files in folders, in the order of their names and one at a
time: the same bytes, signed now. A file holds one event, or one a line. If one of them is no event, nothing is sent.

What is not taken (anything but a 2xx, or no answer) is sent again after 0.5 s, 1 s, 2 s, 4 s, then every 8 s, each time
with a fresh signature. A run with the same seed and the same order ids sends the same events again: to the
receiver they are duplicates, and by design nothing comes of them.

With --to, STRIPE_WEBHOOK_SECRET, DATABASE_URL and REDIS_URL are taken from the environment where they are set.
Ends with 0 if all went well, 1 if an event was not taken or --check found something wrong, 2 if it was asked wrongly.
`

const sequenceLines = () =>
  Object.entries<Readonly<Record<string, Sequence>>>(FAMILIES)
    .map(([family, sequences]) =>
      [family, ...Object.entries(sequences).map(([name, { about }]) => line(name, about))].join('\n')
    )
    .join('\n\n')

const optionLines = (group: string) =>
  Object.entries<Option<unknown>>(OPTIONS)
    .filter(([, option]) => option.group === group)
    .map(([name, { argument, about }]) =>
      line(`--${name}${argument === undefined ? '' : ` ${argument}`}`, about)
    )
    .join('\n')
