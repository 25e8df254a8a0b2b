import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type OwnProcess, ownProcess } from '@paidonce/local-stack/processes/own-process'
import { projectRoot } from '@paidonce/local-stack/project-root'
import { waitUntil } from '@paidonce/local-stack/wait-until'

type ProgramOptions = Readonly<{
  name: string
  app: 'ingest' | 'worker'
  env: Readonly<Record<string, string>>
  healthPort: number
  /** For its log. */
  dir: string
}>

const RESTART_AFTER_MS = 200
const READY_WITHIN_MS = 60_000

/** One of the real programs, started again whenever it ends, as any supervisor does. */
export async function startProgram({ name, app, env, healthPort, dir }: ProgramOptions) {
  const launch = () =>
    ownProcess({
      what: name,
      command: process.execPath,
      args: ['--enable-source-maps', join(projectRoot, 'apps', app, 'dist', 'main.js')],
      folder: dir,
      stopSignal: 'SIGTERM',
      env,
      log: join(dir, `${name}.log`)
    })

  let running: OwnProcess = await launch()
  let isStopping = false
  let isAsked = false
  let starts = 1
  const endedByItself: string[] = []

  const supervise = async () => {
    while (!isStopping) {
      const how = await running.ended
      if (!isAsked) endedByItself.push(`${name}: ${how}`)
      if (isStopping) return
      await sleep(RESTART_AFTER_MS)
      if (isStopping) return
      isAsked = false
      running = await launch()
      starts += 1
    }
  }
  const supervised = supervise()

  const isReady = async () => {
    try {
      const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`, {
        signal: AbortSignal.timeout(1_000)
      })
      await answer.body?.cancel()
      return answer.ok
    } catch {
      return false
    }
  }
  const becomesReady = async (signal?: AbortSignal) =>
    (await waitUntil(isReady, { deadlineMs: READY_WITHIN_MS, signal })) === true

  return {
    name,
    healthPort,
    kill: (signal: NodeJS.Signals) => {
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') isAsked = true
      running.kill(signal)
    },
    becomesReady,
    /** Asks it to end, and resolves once its successor is ready. Gives how it ended. */
    replace: async (signal: AbortSignal) => {
      isAsked = true
      const old = running
      old.kill('SIGTERM')
      const how = await old.ended
      await waitUntil(() => running !== old, { deadlineMs: READY_WITHIN_MS, signal })
      await becomesReady(signal)
      return how
    },
    starts: () => starts,
    endedByItself: () => endedByItself,
    stop: async () => {
      isStopping = true
      isAsked = true
      await running.stop()
      await supervised
    }
  }
}

export type Program = Awaited<ReturnType<typeof startProgram>>
