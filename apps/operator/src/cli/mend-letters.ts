import { parseArgs } from 'node:util'
import type { LetterFailures } from '@paidonce/ledger/finding/group-failures'
import { readLetter } from '@paidonce/ledger/people/read-letter'
import type { Ledger } from '@paidonce/ledger/pool'
import { lettersInTrouble } from '../operations/letters/letters-in-trouble.ts'
import { type Asking, discardLetter, resendLetter, retryLetter } from '../operations/letters/mend-letter.ts'
import { discardGroup, retryGroup, USUAL_CAP } from '../operations/letters/mend-letters.ts'
import { misused } from './misused.ts'
import type { Command, Streams, Terminal } from './run-command.ts'
import { plain } from './show/plain.ts'
import { withLedger } from './with-ledger.ts'

const HELP = `Sends letters that could not be sent, or leaves them unsent.

  npx --no-install paidonce mend-letters retry   <letter id>… | --all  --by <your name> --why <reason>
  npx --no-install paidonce mend-letters discard <letter id>… | --all  --by <your name> --why <reason>
  npx --no-install paidonce mend-letters resend  <letter id> [--to <address>]  --by <your name> --why <reason>

  --all              every group of letters that fail or were given up, as \`failures\` lists them
  --kind <kind>      of these only payment_failed, payment_declined or refunded
  --reason <text>    of these only those whose reason holds this text
  --cap <number>     at most so many of a group, ${USUAL_CAP} if not given
  --yes              does not ask

retry has them tried at once, as the same mail. resend sends one once more, as another mail. A letter that is no longer true when it is
about to be sent is withdrawn all the same.

Exit code 0: done. 1: nothing to do, or nobody said yes. 2: misused, or it could not look.

The database is DATABASE_URL, else that of the running \`npm start\`.`

const text = { type: 'string' } as const
const OPTIONS = {
  all: { type: 'boolean', default: false },
  kind: text,
  reason: text,
  to: text,
  cap: { type: 'string', default: String(USUAL_CAP) },
  by: text,
  why: text,
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

const VERBS = ['retry', 'discard', 'resend'] as const
type Verb = (typeof VERBS)[number]
const isVerb = (word: string | undefined): word is Verb => VERBS.some(verb => verb === word)

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values']
type Asked = Asking & Readonly<{ why: string }>
type Say = Streams & Terminal

/** The `mend-letters` command. Gives the exit code: 0 done, 1 nothing done, 2 misused. */
export const mendLetters: Command = async (argv, env, say) => {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  const [verb, ...ids] = positionals
  if (values.help) {
    say.out(HELP)
    return 0
  }
  if (!isVerb(verb)) return misused(HELP, 'Say retry, discard or resend', say)
  const problem = problemOf(verb, ids, values)
  if (problem !== undefined) return misused(HELP, problem, say)
  const asked = { by: values.by ?? '', why: values.why ?? '' }
  return await withLedger(env, ledger =>
    values.all
      ? mendAll(ledger, verb, asked, values, say)
      : mendEach(ledger, verb, asked, { ids, to: values.to }, say)
  )
}

function problemOf(verb: Verb, ids: readonly string[], given: Given): string | undefined {
  if (given.all === ids.length > 0) return 'Name letters by their ids, or say --all.'
  if (verb === 'resend' && ids.length !== 1) return 'Resend one letter at a time.'
  if (given.to !== undefined && (verb !== 'resend' || !/^[^\s@]+@[^\s@]+$/.test(given.to)))
    return '--to takes an address, to resend to.'
  if (!ids.every(id => /^\d{1,18}$/.test(id))) return 'A letter’s id is a number.'
  if (!/^[1-9]\d{0,6}$/.test(given.cap)) return '--cap takes a number.'
  return given.by && given.why ? undefined : 'Say --by and --why.'
}

async function mendEach(
  ledger: Ledger,
  verb: Verb,
  asked: Asked,
  { ids, to }: Readonly<{ ids: readonly string[]; to: string | undefined }>,
  { out, err }: Say
): Promise<number> {
  let done = 0
  for (const id of ids) {
    const letter = (await readLetter(ledger, id))?.letter
    const isDone =
      letter !== undefined &&
      (verb === 'retry'
        ? await retryLetter(ledger, letter, asked)
        : verb === 'discard'
          ? await discardLetter(ledger, letter, asked)
          : await resendLetter(ledger, letter, asked, to ?? null))
    if (isDone) done += 1
    else
      err(
        letter === undefined
          ? `There is no letter ${id}.`
          : `Letter ${id} is not in trouble, or is being sent now.`
      )
  }
  out(`${SAID[verb]} ${lettersIn(done)}.`)
  return done === ids.length ? 0 : 1
}

const SAID = {
  retry: 'To be tried at once:',
  discard: 'Discarded:',
  resend: 'To be sent once more:'
} as const

async function mendAll(ledger: Ledger, verb: Verb, asked: Asked, given: Given, say: Say): Promise<number> {
  const { kind, reason, cap } = given
  const groups = (await lettersInTrouble(ledger)).filter(
    group => (kind ?? group.kind) === group.kind && (group.reason ?? '').includes(reason ?? '')
  )
  if (groups.length === 0) {
    say.err('No letter is in such trouble.')
    return 1
  }
  for (const group of groups) say.out(lineOf(group))
  if (!given.yes && !(await say.ask(`${verb === 'retry' ? 'Try' : 'Discard'} them?`))) {
    say.err('Nothing was done: nobody said yes. --yes says it for you.')
    return 1
  }
  let done = 0
  for (const group of groups)
    done += await (verb === 'retry' ? retryGroup : discardGroup)(ledger, group, asked, Number(cap))
  say.out(`${SAID[verb]} ${lettersIn(done)}.`)
  return done > 0 ? 0 : 1
}

const lettersIn = (count: number) => `${count} ${count === 1 ? 'letter' : 'letters'}`

const lineOf = ({ count, kind, status, reason }: LetterFailures) =>
  `${String(count).padStart(6)}  ${kind.replaceAll('_', ' ')}, ${status === 'owed' ? 'tried again later' : 'given up'}: ${plain(reason ?? 'no reason')}`
