import { randomBytes } from 'node:crypto'
import { runCommand } from '../processes/run-command.ts'
import type { Environment } from './app-environment.ts'

/** Who may use the console. The password is shown once and kept nowhere. */
export type NewOperator = Readonly<{ name: string; password: string }>

const NAME = 'operator'

type Where = Readonly<{ root: string; user: Environment; databaseUrl: string; signal: AbortSignal }>

/** Makes a user of the console by the command that operators use; undefined if that one is there since an earlier start. */
export async function makeOperator({
  root,
  user,
  databaseUrl,
  signal
}: Where): Promise<NewOperator | undefined> {
  const password = randomBytes(12).toString('base64url')
  const { ok } = await runCommand({
    command: process.execPath,
    args: ['apps/operator/dist/cli/main.js', 'users', 'add', NAME, '--by', 'npm start'],
    cwd: root,
    env: { ...user, DATABASE_URL: databaseUrl, PAIDONCE_NEW_PASSWORD: password },
    signal
  })
  return ok ? { name: NAME, password } : undefined
}
