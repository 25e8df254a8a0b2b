import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { ownProcess } from '@paidonce/local-stack/processes/own-process'
import { waitUntil } from '@paidonce/local-stack/wait-until'
import { linesOf } from '../support/start-app.ts'

type Start = Readonly<{
  /** For errors: "old worker". */
  name: string
  app: 'ingest' | 'worker'
  /** The folder of the release it is of. */
  release: string
  env: Readonly<Record<string, string>>
}>

export type Program = Awaited<ReturnType<typeof startProgram>>

/** pino's level of errors. */
const ERROR = 50

/** Starts a program of some release and waits until it serves. What is left of it is killed after the test. */
export async function startProgram(t: TestContext, { name, app, release, env }: Start) {
  const running = await ownProcess({
    what: name,
    command: process.execPath,
    args: ['--enable-source-maps', join(release, 'apps', app, 'dist', 'main.js')],
    folder: release,
    stopSignal: 'SIGTERM',
    env: { ...env }
  })
  const lines = linesOf(running.child)
  let isAsked = false
  t.after(async () => {
    running.kill('SIGKILL')
    await running.ended
  })
  const isReady = () => running.hasEnded() || lines.some(line => line.includes('"msg":"ready"'))
  const inTime = await waitUntil(isReady, { deadlineMs: 30_000 })
  assert.ok(inTime && !running.hasEnded(), `the ${name} did not start:\n${lines.join('\n')}`)

  return {
    halt: () => running.kill('SIGSTOP'),
    goOn: () => running.kill('SIGCONT'),
    /** As a supervisor does. Fails unless it ends in order. */
    stop: async () => {
      isAsked = true
      await running.stop()
      assert.equal(await running.ended, 'exit code 0', `the ${name} was told to stop:\n${lines.join('\n')}`)
    },
    /** The first error that it logged, or that it has ended, in a sentence. */
    complaint: (): string | undefined => {
      const line = lines.find(isError)
      if (line !== undefined) return `the ${name} says: ${line}`
      return running.hasEnded() && !isAsked ? `the ${name} ended:\n${lines.join('\n')}` : undefined
    }
  }
}

const isError = (line: string) => Number(line.match(/^\{"level":(\d+),/)?.[1] ?? 0) >= ERROR
