import { runCommand } from '../../processes/run-command.ts'
import type { BrowserSource } from '../browser-program.ts'

/** What the user named. It is that one or none: another would be a surprise. */
export const named: BrowserSource = {
  name: 'CHROME_PATH',
  async find({ chromePath, signal }) {
    if (chromePath === undefined || chromePath === '') return undefined
    if ((await runCommand({ command: chromePath, args: ['--version'], timeoutMs: 20_000, signal })).ok) {
      return { command: chromePath }
    }
    throw new Error(
      'CHROME_PATH names no browser that starts: let it be the path of chromium or Chrome, or unset it'
    )
  }
}
