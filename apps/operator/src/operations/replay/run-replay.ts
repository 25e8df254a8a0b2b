import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from '@paidonce/ledger/pool'
import { leaveOut, nextToReplay, noteQueued, type ToReplay } from '@paidonce/ledger/replaying/portion'
import { finishReplay, type Leased, leaseReplay, leaveReplay } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { type EventJob, readEventJob } from '@paidonce/shared/event-job'
import { replayJobId } from '@paidonce/shared/queued-event'

export type RunPorts = Readonly<{
  ledger: Ledger
  /** Resolves once Redis has them. Adding the same to the same replay twice changes nothing. */
  queueReplay: (portion: ReplayPortion) => Promise<void>
}>

export type ReplayPortion = Readonly<{
  replay: string
  jobs: readonly EventJob[]
  /** Ids of jobs that may have failed, and whose events are in good hands now. */
  leftBehind: readonly string[]
}>

const SECOND_MS = 1_000

/**
 * Queues what a replay has left, a portion a second, until nothing is left, somebody aborts it, or `signal` does. A portion is noted
 * once Redis has it: who dies between the two queues it again, under the same job ids. False if the replay is over, aborted, or
 * another's just now. Throws LedgerError, or what Redis said.
 */
export async function runReplay(
  { ledger, queueReplay }: RunPorts,
  id: string,
  { signal, onPortion }: Readonly<{ signal?: AbortSignal; onPortion?: () => void }> = {}
): Promise<boolean> {
  const runner = randomUUID()
  let hasRun = false
  try {
    for (;;) {
      const [lease] = await run(ledger, leaseReplay(id, runner))
      if (lease === undefined || signal?.aborted) return hasRun
      hasRun = true
      const portion = await run(ledger, nextToReplay(id, lease.pace))
      if (portion.length === 0) break
      await queuePortion({ ledger, queueReplay }, lease, portion)
      onPortion?.()
      if (portion.length === lease.pace) await wait(SECOND_MS, undefined, { signal }).catch(() => undefined)
    }
    await run(ledger, finishReplay(id))
    return true
  } finally {
    await run(ledger, leaveReplay(id, runner)).catch(() => undefined)
  }
}

async function queuePortion(
  { ledger, queueReplay }: RunPorts,
  { id, skipsLetters }: Leased,
  portion: readonly ToReplay[]
): Promise<void> {
  const jobs = portion.flatMap(event => jobOf(event, skipsLetters) ?? [])
  const known = new Set(jobs.map(job => job.id))
  const unread = portion.map(event => event.id).filter(event => !known.has(event))
  if (unread.length > 0) await run(ledger, leaveOut(id, unread, 'its payload is erased, or cannot be read'))
  if (jobs.length === 0) return
  await queueReplay({ replay: id, jobs, leftBehind: portion.flatMap(jobsLeftBehind) })
  await run(ledger, noteQueued(id, [...known]))
}

/** Jobs of the event that may have failed before: its own, and those of earlier replays. */
const jobsLeftBehind = ({ id, earlier }: ToReplay) => [id, ...earlier.map(replay => replayJobId(id, replay))]

/** Undefined where nobody can read the event again. */
function jobOf({ id, received, payload }: ToReplay, skipLetters: boolean): EventJob | undefined {
  try {
    const event: unknown = JSON.parse(payload ?? '')
    const job = { id, event, receivedAt: received.toISOString(), how: 'replay' }
    return readEventJob(skipLetters ? { ...job, skipLetters } : job)
  } catch {
    return undefined
  }
}
