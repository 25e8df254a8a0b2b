import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.ts'

export type App = Readonly<{
  pid: number
  /** Everything it wrote, a line each. */
  lines: readonly string[]
  kill: (signal: NodeJS.Signals) => void
  /** Resolves when it has ended. */
  ended: Promise<Readonly<{ code: number | null; signal: NodeJS.Signals | null }>>
}>

type AppName = 'ingest' | 'worker' | 'operator'
type Environment = Readonly<Record<string, string>>

/** Runs one of the real programs in a process of its own, and kills what is left of it after the test. */
export function runApp(t: TestContext, app: AppName, env: Environment): App {
  const main = fileURLToPath(new URL(`../../../apps/${app}/dist/main.js`, import.meta.url))
  const child = spawn(process.execPath, [main], {
    // Notes of what it ran would slow each start by a third: what the tests themselves run is enough to go by.
    env: { PATH: process.env.PATH ?? '', NODE_V8_COVERAGE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  t.after(() => child.kill('SIGKILL'))

  return {
    pid: child.pid ?? 0,
    lines: linesOf(child),
    kill: signal => void child.kill(signal),
    ended: once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  }
}

/** The same, resolved once it serves. Throws what it wrote if it ends instead. */
export async function startApp(t: TestContext, app: AppName, env: Environment): Promise<App> {
  const running = runApp(t, app, env)
  const ready = eventually(() =>
    assert.ok(
      running.lines.some(line => line.includes('"msg":"ready"')),
      'not ready'
    )
  )
  const ended = running.ended.then(() =>
    Promise.reject(new Error(`the ${app} ended:\n${running.lines.join('\n')}`))
  )
  ended.catch(() => undefined)
  await Promise.race([ready, ended])
  return running
}

/** Everything that a process writes from now on, a line each. */
export function linesOf(child: Pick<ChildProcess, 'stdout' | 'stderr'>): readonly string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', line => lines.push(line))
  }
  return lines
}
