import { setTimeout as wait } from 'node:timers/promises'
import { openReplays } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { type RunPorts, runReplay } from './run-replay.ts'

const LOOK_EVERY_MS = 2_000

export type KeptReplays = Readonly<{ nudge: () => void; stop: () => Promise<void> }>

/** Runs every replay that nobody is at: those that the console starts, and those whose runner died. One after the other. */
export function keepReplaying(ports: RunPorts, onError: (error: Error) => void): KeptReplays {
  const stopped = new AbortController()
  let rest = new AbortController()

  async function goOn(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        for (const { id } of await run(ports.ledger, openReplays()))
          await runReplay(ports, id, { signal: stopped.signal })
      } catch (error) {
        onError(error as Error)
      }
      rest = new AbortController()
      const signal = AbortSignal.any([stopped.signal, rest.signal])
      await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  const ended = goOn()
  return {
    nudge: () => rest.abort(),
    stop: async () => {
      stopped.abort()
      await ended
    }
  }
}
