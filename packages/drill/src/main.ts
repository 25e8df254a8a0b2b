import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { claimInstance, releaseInstance } from '@paidonce/local-stack/instance/claim-instance'
import { removeOldInstances } from '@paidonce/local-stack/instance/remove-old-instances'
import { killOwn } from '@paidonce/local-stack/processes/kill-own'
import { projectRoot } from '@paidonce/local-stack/project-root'
import { createStops } from '@paidonce/local-stack/start/create-stops'
import { createScreen } from '@paidonce/stripe-twin/trigger/screen'
import { helpText, readArguments, UsageError } from './options/read-arguments.ts'
import { reportLines } from './report/report-lines.ts'
import { runDrill } from './run-drill.ts'

const GOOD = 0
const VIOLATED = 1
const ASKED_WRONGLY = 2

const { stdout, stderr, env } = process
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => {
    if (stop.signal.aborted) {
      killOwn()
      process.exit(VIOLATED)
    }
    stop.abort()
  })

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\nHelp: npm run drill -- --help\n`)
    process.exitCode = ASKED_WRONGLY
  } else {
    stderr.write(
      stop.signal.aborted ? '\nStopped.\n' : `\n${error instanceof Error ? error.message : 'failed'}\n`
    )
    process.exitCode = VIOLATED
  }
}

async function main(): Promise<number> {
  const wishes = readArguments(process.argv.slice(2), randomBytes(4).toString('hex'))
  if (wishes.help) {
    stdout.write(helpText())
    return GOOD
  }
  // With --json the standard output holds JSON and nothing else.
  const output = wishes.json ? stderr : stdout
  const screen = createScreen({ output, color: output.isTTY === true && !env.NO_COLOR, now: Date.now })
  const dir = join(projectRoot, '.local', `drill-${process.pid}`)
  removeOldInstances(projectRoot, 'drill-')
  claimInstance(dir)
  const { onStop, stopAll } = createStops()
  onStop('instance', () => releaseInstance(dir))

  let isGood = false
  try {
    const say = (line: string) => screen.say(line)
    const report = await runDrill({
      wishes,
      dir,
      say,
      progress: screen.progress,
      signal: stop.signal,
      onStop
    })
    isGood = report.problems.length === 0 && report.drainMs !== null
    if (wishes.json) stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else for (const line of reportLines(report)) screen.say(...line)
    return isGood ? GOOD : VIOLATED
  } finally {
    for (const failure of await stopAll()) stderr.write(`${failure}\n`)
    if (isGood || stop.signal.aborted) rmSync(dir, { recursive: true, force: true })
    else stderr.write(`The logs of this run are kept in ${relative(projectRoot, dir)} until the next.\n`)
  }
}
