import { runCommand } from '../../processes/run-command.ts'
import type { BrowserSource } from '../browser-program.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
]

/** What is installed already. Ubuntu's `chromium-browser` may be a script that only recommends a package: it is asked for its version. */
export const onPath: BrowserSource = {
  name: 'PATH',
  async find({ signal }) {
    for (const name of NAMES) {
      const { ok, output } = await runCommand({ command: 'sh', args: ['-c', `command -v ${name}`], signal })
      if (ok && (await starts(output.trim(), signal))) return { command: output.trim() }
    }
    for (const command of MAC_APPS) if (await starts(command, signal)) return { command }
    return undefined
  }
}

const starts = async (command: string, signal: AbortSignal | undefined): Promise<boolean> =>
  (await runCommand({ command, args: ['--version'], timeoutMs: 20_000, signal })).ok
