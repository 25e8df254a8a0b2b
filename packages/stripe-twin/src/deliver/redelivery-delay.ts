const FIRST_MS = 500
const LONGEST_MS = 8_000

/**
 * How long after a failed attempt the next one comes: 0.5 s, 1 s, 2 s, 4 s, then every 8 s. Stripe's own steps, hours and days,
 * are not published; these are their shape in seconds. `attempt` counts from 1.
 */
export const redeliveryDelayMs = (attempt: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
