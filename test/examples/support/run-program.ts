import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { eventually } from '../../support/eventually.ts'
import { ROOT } from '../../support/sources.ts'

export type Program = Readonly<{
  /** Everything it wrote, a line each. */
  lines: readonly string[]
  kill: (signal: NodeJS.Signals) => void
  /** Resolves when it has ended, with its exit code. */
  ended: Promise<number | null>
}>

type Command = Readonly<{
  /** The program and its arguments. */
  command: readonly [string, ...string[]]
  env: Readonly<Record<string, string>>
  /** The project's folder if not given. */
  cwd?: string
}>

/** Runs a program in a process of its own, and kills what is left of it after the test. */
export function runProgram(
  t: TestContext,
  { command: [program, ...args], env, cwd = ROOT }: Command
): Program {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  t.after(() => child.kill('SIGKILL'))
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', line => lines.push(line))
  return {
    lines,
    kill: signal => void child.kill(signal),
    ended: once(child, 'close').then(([code]) => code)
  }
}

/** The same, resolved once one of its lines says that it is ready. Throws what it wrote if it ends instead. */
export async function startProgram(t: TestContext, command: Command): Promise<Program> {
  const running = runProgram(t, command)
  const ready = eventually(() =>
    assert.ok(
      running.lines.some(line => /\bready\b/.test(line)),
      `not ready:\n${running.lines.join('\n')}`
    )
  )
  const ended = running.ended.then(() => Promise.reject(new Error(`it ended:\n${running.lines.join('\n')}`)))
  ended.catch(() => undefined)
  await Promise.race([ready, ended])
  return running
}

/** A built program of ours, by its path in the project. */
export const node = (path: string): readonly [string, ...string[]] => [
  process.execPath,
  '--enable-source-maps',
  path
]
