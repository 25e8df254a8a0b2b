import { setTimeout as wait } from 'node:timers/promises'
import { openReplays } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import type { RunPorts } from './queue-portion.ts'
import { runReplay } from './run-replay.ts'

const LOOK_EVERY_MS = 2_000

export type KeptReplays = Readonly<{ nudge: () => void; stop: () => Promise<void> }>

/** Runs every replay that nobody is at: those that the console starts, and those whose runner died. A slow one holds up no other. */
export function keepReplaying(ports: RunPorts, onError: (error: Error) => void): KeptReplays {
  const stopped = new AbortController()
  let rest = new AbortController()
  const running = new Set<Promise<unknown>>()

  function begin(id: string): void {
    const one = runReplay(ports, id, { signal: stopped.signal })
      .catch(onError)
      .finally(() => running.delete(one))
    running.add(one)
  }

  async function goOn(): Promise<void> {
    while (!stopped.signal.aborted) {
      rest = new AbortController()
      const signal = AbortSignal.any([stopped.signal, rest.signal])
      try {
        for (const { id } of await run(ports.ledger, openReplays())) begin(id)
      } catch (error) {
        onError(error as Error)
      }
      await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  const ended = goOn()
  return {
    nudge: () => rest.abort(),
    stop: async () => {
      stopped.abort()
      await ended
      await Promise.all(running)
    }
  }
}
