import { between } from '@paidonce/stripe-twin/seed/random'
import { killWhen, ofAWorker } from './with-program.ts'

const STATEMENTS = { first: 2, last: 9 }

export const workerKilledInTransaction = ofAWorker(
  'a worker is killed between two statements of a transaction',
  (worker, _stage, random) => {
    const nth = between(random, STATEMENTS.first, STATEMENTS.last)
    return killWhen(worker, worker.postgres.wire, { wants: done => done.nth === nth, fate: 'drop' })
  }
)
