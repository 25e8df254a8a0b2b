import { eventsOverTime } from '@paidonce/ledger/overview/events-over-time'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'

/** Events that came, a count for each step of time, the oldest first and without gaps. */
export type Course = Readonly<{ stepSeconds: number; endMs: number; counts: readonly number[] }>

export const HOUR = { sinceSeconds: 3_600, stepSeconds: 60 } as const
export const DAY = { sinceSeconds: 86_400, stepSeconds: 900 } as const

/** The course of a time that ends now. Throws LedgerError. */
export async function eventsIn(
  ledger: Ledger,
  { sinceSeconds, stepSeconds }: typeof HOUR | typeof DAY,
  nowMs: number
): Promise<Course> {
  const came = await run(ledger, eventsOverTime(sinceSeconds, stepSeconds))
  const last = Math.floor(nowMs / 1_000 / stepSeconds)
  const steps = sinceSeconds / stepSeconds
  const byStep = new Map(came.map(({ at, count }) => [Math.floor(at.getTime() / 1_000 / stepSeconds), count]))
  return {
    stepSeconds,
    endMs: (last + 1) * stepSeconds * 1_000,
    counts: Array.from({ length: steps }, (_, index) => byStep.get(last - steps + 1 + index) ?? 0)
  }
}
