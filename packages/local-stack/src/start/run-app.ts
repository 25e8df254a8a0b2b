import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type OwnProcess, ownProcess } from '../processes/own-process.ts'
import { waitUntil } from '../wait-until.ts'
import type { Environment } from './app-environment.ts'
import type { App } from './apps.ts'
import { parse, plainLine } from './log-view.ts'

const readyWithinMs = 30_000
const keptLines = 12

type Run = Readonly<{
  app: App
  root: string
  env: Environment
  /** Gets each line that the app prints. */
  show(line: string): void
  signal?: AbortSignal | undefined
}>

export type RunningApp = Readonly<{
  name: string
  stop(): Promise<void>
  /** Resolves with a sentence and the app's last lines when it ends without `stop`. */
  endedByItself: Promise<string>
}>

/** Starts an app and waits until it logs that it is ready. Rejects with its last lines when it does not. */
export async function runApp({ app, root, env, show, signal }: Run): Promise<RunningApp> {
  const { name, main } = app
  const args = ['--enable-source-maps', join(root, main)]
  const running = await ownProcess({
    what: name,
    command: process.execPath,
    args,
    folder: root,
    stopSignal: 'SIGTERM',
    env: { ...env }
  })
  const output = followOutput(running, show)
  let stopped = false
  const stop = async () => {
    stopped = true
    await running.stop()
  }
  const withLastLines = (sentence: string) => `${sentence}. The last it said:\n${output.lastLines()}`
  try {
    const isReady = () => running.hasEnded() || output.wasReady()
    const inTime = await waitUntil(isReady, { deadlineMs: readyWithinMs, signal })
    if (!inTime) throw new Error(withLastLines(`${name} was not ready within ${readyWithinMs / 1000} s`))
    if (running.hasEnded()) {
      await output.closed
      throw new Error(withLastLines(`${name} did not start (${await running.ended})`))
    }
  } catch (err) {
    await stop()
    throw err
  }
  const endedByItself = new Promise<string>(resolve => {
    void Promise.all([running.ended, output.closed]).then(([how]) => {
      if (!stopped) resolve(withLastLines(`${name} ended by itself (${how})`))
    })
  })
  return { name, stop, endedByItself }
}

function followOutput({ child }: OwnProcess, show: (line: string) => void) {
  let lines: string[] = []
  let ready = false
  const follow = async (stream: NodeJS.ReadableStream | null) => {
    if (stream === null) return
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      lines = [...lines, line].slice(-keptLines)
      if (parse(line)?.msg === 'ready') ready = true
      show(line)
    }
  }
  return {
    wasReady: () => ready,
    closed: Promise.all([follow(child.stdout), follow(child.stderr)]),
    lastLines: () => lines.map(line => `    ${plainLine(line)}`).join('\n') || '    (nothing)'
  }
}
