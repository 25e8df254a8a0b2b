import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '@paidonce/local-stack/browser/find-browser'
import { copyProject } from '../copy-project.ts'
import { freePorts, terminalEnvironment } from '../own-ports.ts'
import { openTerminal, type Terminal } from '../terminal/open-terminal.ts'
import { withoutNpmsWords } from '../without-npms-words.ts'
import { openConsole } from './browser/open-console.ts'
import { breakType } from './postgres/break-type.ts'
import { openScene } from './scene.ts'
import { SCREENSHOTS } from './screenshots.ts'

type Options = Readonly<{
  root: string
  env: Readonly<Record<string, string | undefined>>
  say(line: string): void
  signal: AbortSignal
}>

/** Lets a shop's day pass on servers of its own, and writes what the console shows of it to `docs/pictures/`. */
export async function takeScreenshots({ root, env, say, signal }: Options): Promise<void> {
  const program = await findBrowser({
    cache: join(root, '.local', 'chromium'),
    chromePath: env.CHROME_PATH,
    say,
    signal
  })
  const copy = copyProject(root)
  const settings = { folder: copy.folder, env: terminalEnvironment(env, await freePorts()) }
  const terminals: Terminal[] = []
  const open = async (command: string) => {
    const terminal = await openTerminal({
      command: withoutNpmsWords(command),
      ...settings,
      columns: 200,
      rows: 100
    })
    terminals.push(terminal)
    return terminal
  }
  try {
    say('Letting a day pass …')
    const breakRefunds = async () => {
      const { databaseUrl } = JSON.parse(readFileSync(join(copy.folder, '.local', 'run.json'), 'utf8'))
      await breakType(databaseUrl, 'refund.failed')
    }
    const scene = await openScene({ open, onRunning: breakRefunds, signal })
    const console = await openConsole(program, scene)
    try {
      for (const screenshot of SCREENSHOTS) {
        for (const isDark of [false, true]) {
          const file = `console-${screenshot.name}${isDark ? '-dark' : ''}.png`
          say(`Taking ${file} …`)
          await console.take(screenshot, { isDark, path: join(root, 'docs', 'pictures', file) })
        }
      }
    } finally {
      await console.close()
    }
  } finally {
    for (const terminal of terminals.reverse()) await terminal.close()
    copy.remove()
  }
}
