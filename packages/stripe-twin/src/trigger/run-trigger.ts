import { setTimeout as sleep } from 'node:timers/promises'
import { checkPlays, isRight, keptOf } from '../check/check-plays.ts'
import { type Attempt, type DeliveryReport, deliver } from '../deliver/deliver.ts'
import { makeReplay } from '../replay/make-replay.ts'
import { replayLine } from '../replay/replay-line.ts'
import { lookLine, verdictLines } from './check-lines.ts'
import { attemptLine, reportLines } from './delivery-lines.ts'
import { findPlace, type Place } from './find-place.ts'
import { helpText } from './help.ts'
import { listText } from './list-text.ts'
import { disorderIn, makeRun, type Run } from './make-run.ts'
import { type OpenBooks, openBooks } from './open-books.ts'
import type { OptionValues } from './options.ts'
import { readArguments, type Wanted } from './read-arguments.ts'
import { readRunFile } from './read-run-file.ts'
import { runLines } from './run-lines.ts'
import type { Line, Screen } from './screen.ts'
import { lostLine, tellTwin, tellTwinTaken } from './tell-twin.ts'
import { UsageError } from './usage-error.ts'
import { number } from './words.ts'

export const GOOD = 0
export const BAD = 1
export const ASKED_WRONGLY = 2

/** More deliveries than this get one line of progress instead of a line each. */
const SHOWN_ONE_BY_ONE = 30
const LOOK_EVERY_MS = 300
const WAIT_S = 120

type Surroundings = Readonly<{
  argv: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  runFilePath: string
  /** The seed where none is asked for. */
  seed: string
  screen: Screen
  write: (text: string) => unknown
}>

/** The whole command. Gives the exit code; throws UsageError when it was asked wrongly. */
export async function runTrigger({
  argv,
  env,
  runFilePath,
  seed,
  screen,
  write
}: Surroundings): Promise<number> {
  const wanted = readArguments(argv)
  if (!('options' in wanted)) {
    write(wanted.show === 'help' ? helpText() : listText())
    return GOOD
  }

  const { options } = wanted
  const place = findPlace({ options, env, runFile: readRunFile(runFilePath) })
  const { run, lines } = prepare(wanted, seed)
  const { twinUrl } = place
  const books = options.check ? await openBooks(place) : undefined
  try {
    screen.say()
    for (const line of lines) screen.say(...line)
    const told =
      twinUrl === undefined
        ? { run, lost: new Set<string>() }
        : await tellTwin(twinUrl, run, options.lose ?? 0)
    const report = await deliverAll(told.run, { place, options, screen })
    if (told.lost.size > 0 || options.lose !== undefined) screen.say(...lostLine(told.lost))
    if (twinUrl !== undefined) await tellTwinTaken(twinUrl, report.acceptedIds)
    const isTaken = report.delivered.every(({ accepted }) => accepted)
    const isAsExpected =
      books === undefined || (isTaken && (await check(run, { report, books, options, screen })))
    if (books !== undefined && !isTaken) screen.say('Not checked, since not everything was taken.')
    screen.say()
    return isTaken && isAsExpected ? GOOD : BAD
  } finally {
    await books?.close()
  }
}

/** What will be delivered, and what is said before. */
function prepare(
  wanted: Extract<Wanted, { show: 'run' | 'replay' }>,
  seed: string
): Readonly<{ run: Run; lines: readonly Line[] }> {
  if (wanted.show === 'replay') {
    const replay = makeReplay(wanted.paths, disorderIn(wanted.options, seed))
    return { run: replay, lines: [replayLine(replay)] }
  }
  const run = makeRun(wanted, { seed, now: Math.floor(Date.now() / 1000) })
  return { run, lines: runLines(wanted.what, run) }
}

type Delivering = Readonly<{ place: Place; options: OptionValues; screen: Screen }>

async function deliverAll(
  { deliveries }: Run,
  { place, options, screen }: Delivering
): Promise<DeliveryReport> {
  const begun = performance.now()
  const isShort = deliveries.length <= SHOWN_ONE_BY_ONE
  const report = await deliver(place.target, deliveries, {
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    ...(options['retry-for'] !== undefined && { retryForMs: options['retry-for'] * 1000 }),
    onAttempt: isShort
      ? attempt => screen.say(...attemptLine(attempt))
      : showProgress(deliveries.length, screen)
  })
  for (const line of reportLines(report, performance.now() - begun)) screen.say(...line)
  return report
}

function showProgress(all: number, screen: Screen) {
  let accepted = 0
  let toRepeat = 0
  return (attempt: Attempt) => {
    if (attempt.accepted) accepted += 1
    if (attempt.againInMs !== null) toRepeat += 1
    if (attempt.number > 1) toRepeat -= 1
    const waiting = toRepeat === 0 ? '' : `, ${number(toRepeat)} to be sent again`
    screen.progress(`${number(accepted)} of ${number(all)} accepted${waiting}`)
  }
}

type Checking = Readonly<{ report: DeliveryReport; books: OpenBooks; options: OptionValues; screen: Screen }>

async function check({ plays }: Run, { report, books, options, screen }: Checking): Promise<boolean> {
  const begun = performance.now()
  const look = await checkPlays(books, {
    plays,
    acceptedIds: report.acceptedIds,
    failedBefore: books.failedBefore,
    deadlineMs: (options.wait ?? WAIT_S) * 1000,
    onLook: seen => screen.progress(lookLine(seen)),
    now: () => performance.now(),
    wait: () => sleep(LOOK_EVERY_MS)
  }).catch(() => {
    throw new UsageError('--check could not read the ledger or the queues any more: did they stop?')
  })
  const kept = keptOf(plays, report.acceptedIds).length
  for (const line of verdictLines(look, kept, performance.now() - begun)) screen.say(...line)
  return isRight(look)
}
