import type { Statement } from '../statement.ts'

/**
 * Since when paidonce serves this account, in seconds: its first event, or the beginning of its first sweep. Null: not yet. What is
 * older, somebody else may have fulfilled.
 */
export const servedSince = (account: string): Statement<{ at: number | null }> => ({
  name: 'served-since',
  text: `
    select floor(extract(epoch from least(
      (select min(received) from events where account = $1),
      (select min(since) from sweeps where account = $1 and not out_of_reach))))::float8 as at`,
  values: [account]
})

/** When the first event of any account came, in seconds; null if none did. */
export const firstReceived = (): Statement<{ at: number | null }> => ({
  name: 'first-received',
  text: 'select floor(extract(epoch from min(received)))::float8 as at from events',
  values: []
})
