import { setTimeout as wait } from 'node:timers/promises'
import { retryDelayMs } from '../batches/retry-delay.ts'
import type { Ask } from '../stripe/list-events.ts'
import { unlessStopped } from '../stripe/unless-stopped.ts'

type Patience = Readonly<{
  isPassing: (error: unknown) => boolean
  signal: AbortSignal
  retry?: Readonly<{ baseMs: number; capMs: number }>
}>

/** With the tries of Stripe's own library, a minute or two of a busy or broken Stripe. The next sweep begins anew. */
const TRIES = 4

const RETRY = { baseMs: 2_000, capMs: 30_000 }

/** Asks until there is an answer, the error is one to stay, or it is time to stop. Throws the last error. */
export const askAgain =
  ({ isPassing, signal, retry = RETRY }: Patience): Ask =>
  async question => {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted()
      try {
        return await unlessStopped(question(), signal)
      } catch (error) {
        signal.throwIfAborted()
        if (attempt === TRIES || !isPassing(error)) throw error
      }
      await wait(retryDelayMs(attempt, retry), undefined, { signal })
    }
  }
