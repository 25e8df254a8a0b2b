import type { Closer } from '@paidonce/shared/closer'
import { openSchedule } from '../redis/schedules.ts'
import { createRelay } from './relay.ts'
import { seldom } from './seldom.ts'

type Schedule = Pick<Parameters<typeof openSchedule>[0], 'task' | 'when' | 'connection'> &
  Readonly<{
    run: (signal: AbortSignal) => Promise<void>
    closer: Closer
    /** What `run` uses, closed once it has stopped. */
    closeAfter: () => Promise<unknown>
    onError: (error: unknown) => void
  }>

/** Redis may lose its memory, and with it what comes round. */
const LOOK_AFTER_MS = 60_000

/** Runs a task whenever it comes round from now on, in one worker at a time, and stops it when the worker closes. */
export function startSchedule({ run, closer, closeAfter, ...options }: Schedule): void {
  const stopping = new AbortController()
  const schedule = openSchedule({ ...options, run: () => run(stopping.signal) })
  const keeper = createRelay({
    steps: { 'keep the schedule': seldom(LOOK_AFTER_MS, schedule.keep) },
    onError: options.onError
  })
  closer.onClose(options.task, async () => {
    stopping.abort()
    await keeper.stop()
    await schedule.close()
    await closeAfter()
  })
  keeper.run()
  void schedule.worker.run().catch(options.onError)
}
