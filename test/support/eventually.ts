import { setTimeout as wait } from 'node:timers/promises'

/**
 * Resolves with what `look` gives as soon as it throws no more. Fails with the last thing that `look` threw, after a
 * deadline that only a broken program reaches.
 */
export async function eventually<T>(look: () => Promise<T> | T, deadlineMs = 30_000): Promise<T> {
  const end = Date.now() + deadlineMs
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > end) throw error
      await wait(25)
    }
  }
}
