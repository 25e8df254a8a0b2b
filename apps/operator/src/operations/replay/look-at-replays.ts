import type { Ledger } from '@paidonce/ledger/pool'
import { type ReplayProgress, replayProgress, replayTrouble } from '@paidonce/ledger/replaying/progress'
import { run } from '@paidonce/ledger/transaction'
import { timeOf, timeOrNull } from '../finding/found-page.ts'

/** Queueing: some are not queued yet. Paused: nobody is at that before somebody says so. Working: all are, and workers are at them. */
export type ReplayState = 'queueing' | 'paused' | 'working' | 'finished' | 'aborted'

export type KnownReplay = Omit<ReplayProgress, 'created' | 'aborted' | 'allQueued' | 'isPaused'> &
  Readonly<{ state: ReplayState; created: string; aborted: string | null; allQueued: string | null }>

/** An event that a replay did not bring to its end, and why. */
export type Trouble = Readonly<{ event: string; type: string | null; order: string | null; why: string }>

const MOST_TROUBLE = 200

/** One replay and what is wrong with its events. Undefined if there is none of this id. Throws LedgerError. */
export async function lookAtReplay(
  ledger: Ledger,
  id: string
): Promise<(KnownReplay & Readonly<{ trouble: readonly Trouble[] }>) | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined
  const [[replay], trouble] = await Promise.all([
    run(ledger, replayProgress({ id })),
    run(ledger, replayTrouble(id, MOST_TROUBLE))
  ])
  return replay && { ...tell(replay), trouble }
}

/** Replays, the newest first; `next` is the `after` of the page behind. Throws LedgerError. */
export async function listReplays(
  ledger: Ledger,
  { limit, after }: Readonly<{ limit: number; after?: string | undefined }>
): Promise<Readonly<{ rows: KnownReplay[]; next: string | null }>> {
  const found = (await run(ledger, replayProgress({ limit: limit + 1, after }))).map(tell)
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

const tell = ({ isPaused, ...replay }: ReplayProgress): KnownReplay => ({
  ...replay,
  state: stateOf({ isPaused, ...replay }),
  created: timeOf(replay.created),
  aborted: timeOrNull(replay.aborted),
  allQueued: timeOrNull(replay.allQueued)
})

function stateOf({
  aborted,
  isPaused,
  allQueued,
  total,
  finished,
  failed,
  leftOut
}: ReplayProgress): ReplayState {
  if (aborted !== null) return 'aborted'
  if (allQueued === null) return isPaused ? 'paused' : 'queueing'
  return finished + failed + leftOut < total ? 'working' : 'finished'
}
