import { SpeakingError } from '@paidonce/shared/describe-error'
import { Queue, type Worker } from 'bullmq'
import type { Redis } from 'ioredis'

type ProgressOptions = Readonly<{
  worker: Worker
  connection: Redis
  /** How long jobs may wait without any progress before the worker is judged stuck. */
  stuckAfterMs: number
  /** Whether there is a reason not to move: the database is away, say. */
  isHeld: () => boolean
  onStuck: (error: StuckWorker) => void
  onError: (error: Error) => void
}>

/** Looks are counted, not time: a process that was frozen for an hour has not been idle for an hour. */
const LOOKS = 12

/**
 * Judges a worker by what it does, since its own flags say "running" of one that takes nothing any more. It is stuck
 * when at every look jobs could run and since the look before it has neither begun nor ended one.
 */
export function watchProgress(options: ProgressOptions) {
  const { worker, connection, stuckAfterMs, isHeld, onStuck, onError } = options
  const queue = new Queue(worker.name, { connection })
  queue.on('error', onError)
  let moved = true
  for (const event of ['active', 'completed', 'failed'] as const) {
    worker.on(event, () => {
      moved = true
    })
  }

  let idleLooks = 0
  async function look() {
    const couldRun = (await queue.getJobCountByTypes('waiting')) > 0 && !(await queue.isPaused())
    idleLooks = couldRun && !moved && !isHeld() ? idleLooks + 1 : 0
    moved = false
    if (idleLooks === LOOKS) onStuck(new StuckWorker(worker.name))
  }

  // A look that waits for Redis is not joined by a second one: what Redis holds up is not the worker's fault.
  let looking = false
  let stopped = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    look()
      .catch(error => {
        if (!stopped) onError(error)
      })
      .finally(() => {
        looking = false
      })
  }, stuckAfterMs / LOOKS)
  timer.unref()
  /** A look that is under way ends unheard: its connection may be closed under it now. */
  function stop() {
    stopped = true
    clearInterval(timer)
  }
  return { stop }
}

/** Jobs wait and nothing moves. Only a new process helps. */
export class StuckWorker extends SpeakingError {
  override readonly name = 'StuckWorker'
  readonly code = 'STUCK_WORKER'

  constructor(queue: string) {
    super(`jobs wait in ${queue} and this worker takes none: it ends, so that a new one is started`)
  }
}
