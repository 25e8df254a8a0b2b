import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@paidonce/local-stack/free-port'
import { type Ports, portVariable, readPorts } from '@paidonce/local-stack/start/settings'
import { copyProject } from './copy-project.ts'
import { PICTURES } from './pictures.ts'
import { isSameButForTimes } from './steady.ts'
import { draw } from './svg/draw.ts'
import { SIZE, takePicture } from './take-picture.ts'
import { openTerminal, type Terminal } from './terminal/open-terminal.ts'
import { withUsualValues } from './usual-values.ts'

/** Of the caller's environment only what finding programs needs: NO_COLOR or a database of one's own would show. */
const KEPT = /^(PATH|HOME|TMPDIR|.*_proxy)$/i

type Options = Readonly<{
  root: string
  env: Readonly<Record<string, string | undefined>>
  say(line: string): void
  signal: AbortSignal
}>

/** Runs every command of the table in a terminal of its own and writes what it showed to `docs/pictures/`. */
export async function makePictures({ root, env, say, signal }: Options): Promise<void> {
  const used = await freePorts()
  const copy = copyProject(root)
  const open: Terminal[] = []
  const taking = {
    async open(command: string) {
      const settings = { folder: copy.folder, env: terminalEnvironment(env, used), ...SIZE }
      const terminal = await openTerminal({ command: withoutNpmsWords(command), ...settings })
      open.push(terminal)
      return terminal
    },
    shown: (output: string) => withUsualValues(output, { used, usual: readPorts({}) }),
    signal
  }
  try {
    for (const picture of PICTURES) {
      say(`Taking a picture of ${picture.command} …`)
      const rows = await takePicture(picture, taking)
      say(`  ${write(join(root, 'docs', 'pictures'), `${picture.name}.svg`, draw(picture, rows))}`)
    }
  } finally {
    for (const terminal of open.reverse()) await terminal.close()
    copy.remove()
  }
}

function write(folder: string, file: string, svg: string): string {
  const path = join(folder, file)
  if (existsSync(path) && isSameButForTimes(readFileSync(path, 'utf8'), svg)) return `${file} is as it was`
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, svg)
  return `${file} is new`
}

// npm repeats every script that it runs in two lines of its own; they say nothing of paidonce.
const withoutNpmsWords = (command: string): string => command.replace(/^npm /, 'npm --silent ')

function terminalEnvironment(env: Options['env'], ports: Ports) {
  const kept = Object.entries(env).filter(([name]) => KEPT.test(name))
  const moved = Object.entries(ports).map(([name, port]) => [portVariable(name), String(port)])
  return { ...Object.fromEntries([...kept, ...moved]), TERM: 'xterm-256color', LANG: 'C.UTF-8' }
}

async function freePorts(): Promise<Ports> {
  const moved: Record<string, string> = {}
  for (const name of Object.keys(readPorts({}))) moved[portVariable(name)] = String(await freePort())
  return readPorts(moved)
}
