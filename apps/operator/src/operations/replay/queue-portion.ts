import type { Ledger } from '@paidonce/ledger/pool'
import { leaveOut, noteQueued, type ToReplay } from '@paidonce/ledger/replaying/portion'
import type { Leased } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import type { EventJob } from '@paidonce/shared/event-job'
import { groupBy } from '@paidonce/shared/group-by'
import { replayJobId } from '@paidonce/shared/queued-event'
import { jobOf } from './job-of.ts'

export type ReplayPortion = Readonly<{
  replay: string
  jobs: readonly EventJob[]
  /** Ids of the events that were never finished. */
  unfinished: ReadonlySet<string>
  /** Ids of jobs of earlier replays, which may have failed, and whose events are in good hands now. */
  leftBehind: readonly string[]
}>

export type RunPorts = Readonly<{
  ledger: Ledger
  /** Resolves once Redis has them; false if it is too full. Queueing the same for the same replay twice does no harm. */
  queueReplay: (portion: ReplayPortion) => Promise<boolean>
  /** Events that still have a job of their own, by their ids. */
  eventsInRedis: (ids: readonly string[]) => Promise<ReadonlyMap<string, EventJob>>
}>

/**
 * Queues some events of a replay, and notes them once Redis has them; those that nobody can read again are left out, with
 * the reason. False: Redis is too full, and nothing was queued. Throws LedgerError, or what Redis said.
 */
export async function queuePortion(
  { ledger, queueReplay, eventsInRedis }: RunPorts,
  { id, skipsLetters }: Leased,
  portion: readonly ToReplay[]
): Promise<boolean> {
  const without = portion.filter(({ payload, isErased }) => payload === null && !isErased)
  const inRedis = await eventsInRedis(without.map(event => event.id))
  const read = portion.map(event => jobOf(event, inRedis.get(event.id), skipsLetters))

  const unread = groupBy(
    read.flatMap(one => ('why' in one ? [one] : [])),
    ({ why }) => why
  )
  for (const [why, events] of unread)
    await run(
      ledger,
      leaveOut(
        id,
        events.map(({ event }) => event),
        why
      )
    )

  const jobs = read.flatMap(one => ('why' in one ? [] : [one]))
  if (jobs.length === 0) return true
  const readable = new Set(jobs.map(job => job.id))
  const isQueued = await queueReplay({
    replay: id,
    jobs,
    unfinished: new Set(portion.filter(({ finished }) => finished === null).map(event => event.id)),
    // What is left out may stand in nothing but the failed job of an earlier replay.
    leftBehind: portion
      .filter(event => readable.has(event.id))
      .flatMap(event => event.earlier.map(replay => replayJobId(event.id, replay)))
  })
  if (isQueued) await run(ledger, noteQueued(id, [...readable]))
  return isQueued
}
