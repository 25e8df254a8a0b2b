import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '@paidonce/local-stack/project-root'

/** An event that a sweep found missing, as an operator is told of it. Times are ISO 8601. */
export type Named = Readonly<{ id: string; found: string; cause: string; how: string | null }>

/** What `paidonce gaps --json` says, as far as a drill is concerned. */
export type Gaps = Readonly<{
  accounts: readonly Readonly<{
    asOf: string | null
    gap: number
    failing: Readonly<{ error: string }> | null
    outOfReach: readonly unknown[]
  }>[]
  missed: readonly Named[]
}>

const PROGRAM = join(projectRoot, 'apps', 'operator', 'dist', 'cli', 'main.js')
const INCOMPLETE = 1
const MOST_BYTES = 2 ** 30

/** Asks as an operator does. `limit`: of so many missing events at most it is told. */
export const askGaps = (databaseUrl: string, limit: number): Promise<Gaps> =>
  new Promise((resolve, reject) => {
    const env = { DATABASE_URL: databaseUrl }
    const args = [PROGRAM, 'gaps', '--json', '--limit', String(limit)]
    execFile(process.execPath, args, { env, maxBuffer: MOST_BYTES }, (error, out) => {
      if (error === null || error.code === INCOMPLETE) resolve(JSON.parse(out))
      else reject(new Error(`paidonce gaps ended with ${error.code}`))
    })
  })
