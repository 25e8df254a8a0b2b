import { ofAWorker } from './with-program.ts'

/** A job's lock ends after ten seconds, and three later at most somebody else has the job. */
const FROZEN_MS = 14_000

export const workerFrozen = ofAWorker(
  'a worker is frozen for longer than its jobs are locked, and goes on',
  async (worker, stage) => {
    worker.kill('SIGSTOP')
    await stage.sleep(FROZEN_MS).finally(() => worker.kill('SIGCONT'))
    return 'done'
  }
)
