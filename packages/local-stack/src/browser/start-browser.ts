import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { browserArguments } from './browser-arguments.ts'
import type { BrowserProgram } from './browser-program.ts'
import { openDevTools } from './devtools-pipe.ts'
import { openTab } from './open-tab.ts'
import { type Picture, takePicture } from './take-picture.ts'

export type Browser = Readonly<{
  /** Writes one PNG, after those that were asked for before. Rejects when the page cannot be loaded. */
  screenshot(picture: Picture): Promise<void>
  close(): Promise<void>
}>

type Options = Readonly<{
  /** Turns every page dark that has no dark colours of its own, as some mail programs do. */
  forcesDark?: boolean
  /** Unless we are root, for whom Chromium refuses it. */
  isSandboxed?: boolean
}>

/** For each thing the browser is asked; only a broken one reaches it. */
const DEADLINE_MS = 60_000

/**
 * Starts a browser without windows, for pictures of pages of this machine: it reaches no other. It ends with us,
 * however we end. Rejects with what it wrote when it does not start.
 */
export async function startBrowser(
  program: BrowserProgram,
  { forcesDark = false, isSandboxed = process.getuid?.() !== 0 }: Options = {}
): Promise<Browser> {
  try {
    return await start(program, { forcesDark, isSandboxed })
  } catch (err) {
    // Some systems let only their own browser have one. What we show is ours, so it may be done without.
    if (!isSandboxed || !(err as Error).message.includes('No usable sandbox')) throw err
    return await start(program, { forcesDark, isSandboxed: false })
  }
}

async function start({ command, env = {} }: BrowserProgram, options: Required<Options>): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'paidonce-browser-'))
  const [program = '', ...args] = [
    ...withEnvironment(env),
    command,
    ...browserArguments({ profile, ...options })
  ]
  // In a group of its own: a Ctrl-C in the terminal is ours to act on.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const devTools = openDevTools(pipesOf(child), DEADLINE_MS)
  const said = lastWords(child)
  child.once('error', err => devTools.fail(new Error(`The browser cannot be started: ${err.message}`)))
  child.once('close', () => devTools.fail(new Error(`The browser ended:\n${said()}`)))

  async function close(): Promise<void> {
    await devTools.call('Browser.close').catch(() => child.kill('SIGKILL'))
    await ended.catch(() => undefined)
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  let tab = await openTab(devTools).catch(async err => {
    await close()
    throw err
  })
  async function take(picture: Picture): Promise<void> {
    try {
      await takePicture(tab, picture)
    } catch (err) {
      // What this one still has to say must not be taken for news of the next page.
      const failed = tab
      tab = await openTab(devTools)
      await failed.close()
      throw err
    }
  }
  let last: Promise<void> = Promise.resolve()
  return {
    screenshot(picture) {
      last = last.catch(() => undefined).then(() => take(picture))
      return last
    },
    close
  }
}

const withEnvironment = (env: Readonly<Record<string, string>>): string[] =>
  Object.keys(env).length === 0
    ? []
    : ['env', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)]

// The protocol's own numbers: the browser reads from 3 and writes to 4.
const pipesOf = ({ stdio }: ChildProcess) => ({ input: stdio[3] as Writable, output: stdio[4] as Readable })

function lastWords({ stderr }: ChildProcess): () => string {
  let words = ''
  stderr?.on('data', chunk => {
    words = `${words}${chunk}`.slice(-2_000)
  })
  return () => words.trim()
}
