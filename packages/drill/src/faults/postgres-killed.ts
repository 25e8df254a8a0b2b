import type { Fault } from './fault.ts'

export const postgresKilled: Fault = {
  about: 'PostgreSQL is killed and started again',
  part: 'postgres',
  run: async ({ postgres }) => {
    postgres.kill('SIGKILL')
    await postgres.restart()
    return 'done'
  }
}
