import type { Sweep } from '@paidonce/ledger/sweep/log-sweep'
import type { Checkpoint } from '@paidonce/ledger/sweep/read-checkpoint'
import type { Window } from '@paidonce/ledger/sweep/window'
import { sweepWindow, type Tally, type WindowPorts } from './sweep-window.ts'
import { windowOutOfReach, windowsToSweep } from './windows.ts'

type Ports = WindowPorts &
  Readonly<{
    checkpoint: (account: string) => Promise<Checkpoint>
    /** In seconds; null: not yet. */
    servedSince: (account: string) => Promise<number | null>
    log: (sweep: Sweep) => Promise<unknown>
    /** `left`: so many windows are still to be read. */
    onSwept: (sweep: Sweep, left: number) => void
    /** What is noted of an error; it holds nothing of the request. Throws an error that is not Stripe's. */
    reasonOf: (error: unknown) => string
    nowS: () => number
  }>

type Rules = Readonly<{
  /** Younger events may still be on their way. */
  afterS: number
  /** How far the very first sweep looks back; undefined: to the account's first event. */
  backS: number | undefined
}>

const NOTHING = { pages: 0, listed: 0, missed: 0, unfinished: null }

/** Compares Stripe's list with what came, from the checkpoint on, the oldest first. A window that fails ends the sweep. */
export async function sweepAccount(account: string, ports: Ports, { afterS, backS }: Rules): Promise<void> {
  const { checkpoint, unfinished, ...known } = await ports.checkpoint(account)
  const now = ports.nowS()
  const lost = windowOutOfReach({ account, checkpoint, now })
  if (lost !== undefined) {
    const sweep = { ...lost, ...NOTHING, error: 'Stripe lists no events so old', outOfReach: true }
    await ports.log(sweep)
    ports.onSwept(sweep, 0)
  }

  // Before paidonce was there somebody else fulfilled the orders: without being told to, it does not fulfil them again.
  const begin =
    known.begin ?? (backS === undefined ? ((await ports.servedSince(account)) ?? now) : now - backS)
  const windows = windowsToSweep({ account, checkpoint, unfinished, begin, now, after: afterS })
  // What one window saw waiting may still wait when the last one is read.
  let oldest: number | null = null
  for (const [index, window] of windows.entries()) {
    const sweep: Sweep = await sweepOnce(window, ports, oldest)
    oldest = sweep.unfinished
    await ports.log(sweep)
    ports.onSwept(sweep, windows.length - 1 - index)
    if (sweep.error !== null) return
  }
}

async function sweepOnce(window: Window, ports: Ports, unfinished: number | null): Promise<Sweep> {
  const tally: Tally = { ...NOTHING, until: window.until, unfinished }
  try {
    await sweepWindow(window, ports, tally)
    return { ...window, ...tally, error: null }
  } catch (error) {
    return { ...window, ...tally, error: ports.reasonOf(error) }
  }
}
