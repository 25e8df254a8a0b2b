import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '../../support/sources.ts'

const PROGRAM = join(ROOT, 'apps/operator/dist/cli/main.js')

/** What `npm run order` runs, in the folder of this process. */
export async function runOrder(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM, 'order', ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { code: code as number | null, lines: `${out}${err}`.split('\n') }
}
