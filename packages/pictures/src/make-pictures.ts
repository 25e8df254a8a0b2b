import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPorts } from '@paidonce/local-stack/start/settings'
import { copyProject } from './copy-project.ts'
import { freePorts, terminalEnvironment } from './own-ports.ts'
import { PICTURES } from './pictures.ts'
import { isSameButForTimes } from './steady.ts'
import { draw } from './svg/draw.ts'
import { SIZE, takePicture } from './take-picture.ts'
import { openTerminal, type Terminal } from './terminal/open-terminal.ts'
import { withUsualValues } from './usual-values.ts'
import { withoutNpmsWords } from './without-npms-words.ts'

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
