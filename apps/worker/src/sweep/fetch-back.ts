import { setTimeout as wait } from 'node:timers/promises'
import { likelyCause, type Surroundings } from '@paidonce/core/completeness/likely-cause'
import type { MissedEvent } from '@paidonce/ledger/sweep/log-missed'
import type { EventJob } from '@paidonce/shared/event-job'
import type { Missing } from './compare-listed.ts'

type Ports = Readonly<{
  /** What the likely cause is told by. */
  surroundings: () => Promise<Omit<Surroundings, 'isSeen'>>
  note: (missed: readonly MissedEvent[]) => Promise<unknown>
  /** How many events wait in Redis. */
  waiting: () => Promise<number>
  add: (jobs: readonly EventJob[]) => Promise<void>
  signal: AbortSignal
  nowMs: () => number
}>

/** Redis keeps its room for what webhooks bring: a month of events is fetched back no faster than workers work it off. */
const MOST_WAITING = 10_000
const LOOK_AGAIN_MS = 500

/** Notes what was missing, and why it likely was, and then queues it. Whoever dies in between has it found again. */
export const createFetchBack =
  ({ surroundings, note, waiting, add, signal, nowMs }: Ports) =>
  async (missing: readonly Missing[]): Promise<void> => {
    const around = await surroundings()
    await note(
      missing.map(({ event, isSeen }) => ({
        id: event.id,
        account: event.account ?? '',
        type: event.type,
        created: event.created,
        cause: likelyCause(event, { ...around, isSeen })
      }))
    )
    while ((await waiting()) > MOST_WAITING) await wait(LOOK_AGAIN_MS, undefined, { signal })
    const receivedAt = new Date(nowMs()).toISOString()
    await add(missing.map(({ event }) => ({ id: event.id, event, receivedAt, how: 'sweep' })))
  }
