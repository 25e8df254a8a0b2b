import { stripVTControlCharacters } from 'node:util'
import { waitUntil } from '@paidonce/local-stack/wait-until'
import type { Terminal } from '../terminal/open-terminal.ts'

/** A day at a shop, as far as commands can tell it: orders of every kind, one that is known by name, one that failed. */
const DAY = [
  'npm run trigger -- mix --orders 300 --duplicates 0.2 --shuffle --seed 5',
  'npm run trigger -- card --order 1001 --seed 3',
  'npm run trigger -- async_payment_failed --order 1002 --seed 3 --email ann@example.com --locale en'
]

const WITHIN_MS = 240_000

type Ports = Readonly<{
  open: (command: string) => Promise<Terminal>
  /** Called before anything happens at the shop. */
  onRunning: () => Promise<void>
  signal: AbortSignal
}>

export type Scene = Readonly<{ url: string; name: string; password: string }>

/** Starts everything, lets a day pass, and says where the console is and who may sign in. It runs until what `open` gave is closed. */
export async function openScene({ open, onRunning, signal }: Ports): Promise<Scene> {
  const running = await open('npm start')
  const welcome = await waitUntil(
    () =>
      plain(running).match(/Console +(\S+)\s+sign in as (\S+) with the password (\S+)[\s\S]*Ctrl-C/) ??
      undefined,
    { deadlineMs: WITHIN_MS, signal }
  )
  if (!welcome) throw new Error(`npm start did not say who may sign in. It said:\n${plain(running).trim()}`)
  await onRunning()
  for (const command of DAY) await ended(await open(command), command, signal)
  const [, url = '', name = '', password = ''] = welcome
  return { url, name, password }
}

async function ended(terminal: Terminal, command: string, signal: AbortSignal): Promise<void> {
  await waitUntil(() => terminal.exitCode() !== undefined, { deadlineMs: WITHIN_MS, signal })
  if (terminal.exitCode() !== 0) throw new Error(`${command} went wrong. It said:\n${plain(terminal).trim()}`)
}

const plain = (terminal: Terminal): string =>
  stripVTControlCharacters(terminal.output()).replaceAll('\r\n', '\n')
