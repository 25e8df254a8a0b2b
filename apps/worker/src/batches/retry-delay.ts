type Limits = Readonly<{ baseMs: number; capMs: number }>

/** For events: seconds at first, since a fault of ours is often over soon. */
export const EVENT_RETRY: Limits = { baseMs: 1_000, capMs: 300_000 }

/** For events that are put off: each try may keep others waiting for seconds, and orders should go on soon after. */
export const PUT_OFF: Limits = { baseMs: 1_000, capMs: 60_000 }

/** For letters: mail servers that grey-list ask for minutes. */
export const LETTER_RETRY: Limits = { baseMs: 10_000, capMs: 1_800_000 }

/** Full jitter. `attempt` counts from 1; `random` is a parameter so that a test can name the answer. */
export function retryDelayMs(
  attempt: number,
  { baseMs, capMs }: Limits,
  random: () => number = Math.random
): number {
  return Math.round(random() * Math.min(capMs, baseMs * 2 ** (attempt - 1)))
}
