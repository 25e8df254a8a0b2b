import { between } from '@paidonce/stripe-twin/seed/random'
import type { Fault } from './fault.ts'

export const postgresHung: Fault = {
  about: 'PostgreSQL hangs for some seconds',
  part: 'postgres',
  run: async ({ postgres, sleep }, random) => {
    postgres.kill('SIGSTOP')
    await sleep(between(random, 1_000, 5_000)).finally(() => postgres.kill('SIGCONT'))
    return 'done'
  }
}
