import { setTimeout as sleep } from 'node:timers/promises'

const pauseMs = 25

type Wait = Readonly<{ deadlineMs: number; signal?: AbortSignal | undefined }>

/** Asks again and again until `check` gives something other than undefined or false; undefined after the deadline. */
export async function waitUntil<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
  { deadlineMs, signal }: Wait
): Promise<T | undefined> {
  const deadline = performance.now() + deadlineMs
  for (;;) {
    signal?.throwIfAborted()
    const found = await check()
    if (found !== undefined && found !== false) return found
    if (performance.now() >= deadline) return undefined
    await sleep(pauseMs)
  }
}
