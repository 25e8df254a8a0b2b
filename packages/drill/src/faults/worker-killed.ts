import { ofAWorker } from './with-program.ts'

export const workerKilled = ofAWorker('a worker is killed at any moment', async worker => {
  worker.kill('SIGKILL')
  return 'done'
})
