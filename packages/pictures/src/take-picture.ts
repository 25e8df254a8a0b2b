import { stripVTControlCharacters } from 'node:util'
import { waitUntil } from '@paidonce/local-stack/wait-until'
import type { Picture } from './pictures.ts'
import { type Row, rowText } from './screen.ts'
import type { Terminal } from './terminal/open-terminal.ts'
import { readScreen } from './xterm/read-screen.ts'

// Wide and high enough that nothing wraps and nothing scrolls away; the picture is as wide as its text.
export const SIZE = { columns: 200, rows: 100 } as const
const SHOWN_WITHIN_MS = 240_000

type Taking = Readonly<{
  open(command: string): Promise<Terminal>
  /** The output as it is to be shown. */
  shown(output: string): string
  signal: AbortSignal
}>

/** The rows of one picture. Throws what the command said if it failed, or never showed what it should. */
export async function takePicture(picture: Picture, { open, shown, signal }: Taking): Promise<Row[]> {
  for (const command of picture.before) await ended(await open(command), command, signal)
  const output = await outputOf(picture, { open, signal })
  const rows = await readScreen(shown(output), SIZE)
  const { from } = picture
  return from === undefined ? rows : rows.slice(rows.findIndex(row => from.test(rowText(row))))
}

// A command that ended well before there was anything to see is typed again, as a person would.
async function outputOf(
  { command, until }: Picture,
  { open, signal }: Pick<Taking, 'open' | 'signal'>
): Promise<string> {
  let terminal = await open(command)
  const isShown = async () => {
    if (until.test(plain(terminal))) return true
    if (terminal.exitCode() === undefined) return false
    await ended(terminal, command, signal)
    terminal = await open(command)
    return false
  }
  const found = await waitUntil(isShown, { deadlineMs: SHOWN_WITHIN_MS, signal })
  if (found === undefined) throw failed(terminal, command, `did not show ${until}`)
  return terminal.output()
}

async function ended(terminal: Terminal, command: string, signal: AbortSignal): Promise<void> {
  await waitUntil(() => terminal.exitCode() !== undefined, { deadlineMs: SHOWN_WITHIN_MS, signal })
  if (terminal.exitCode() !== 0) throw failed(terminal, command, 'went wrong')
}

const failed = (terminal: Terminal, command: string, how: string): Error =>
  new Error(`\`${command}\` ${how}. It said:\n${plain(terminal).trim()}`)

const plain = (terminal: Terminal): string =>
  stripVTControlCharacters(terminal.output()).replaceAll('\r\n', '\n')
