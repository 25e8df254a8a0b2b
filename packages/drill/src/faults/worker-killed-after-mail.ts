import { killWhen, ofAWorker } from './with-program.ts'

export const workerKilledAfterMail = ofAWorker(
  'a worker is killed when the mail server has taken a letter, before it hears so',
  worker => killWhen(worker, worker.smtp.wire, { wants: () => true, fate: 'drop' })
)
