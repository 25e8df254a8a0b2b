import type { Statement } from '../statement.ts'
import { OUTCOME } from './outcome.ts'

export type ReplayProgress = Readonly<{
  id: string
  who: string
  why: string
  asked: unknown
  skipsLetters: boolean
  pace: number
  created: Date
  aborted: Date | null
  /** Somebody stopped it, and nobody goes on with it before somebody says so. */
  isPaused: boolean
  /** All is queued or left out. */
  allQueued: Date | null
  total: number
  queued: number
  /** Read again, and finished since. */
  finished: number
  /** Read again, and given up since. */
  failed: number
  leftOut: number
}>

/** How far one replay has come, or the newest ones, from behind the one of number `after` on if it is given. */
export const replayProgress = (
  which: Readonly<{ id: string } | { limit: number; after?: string | undefined }>
): Statement<ReplayProgress> => ({
  name: 'id' in which ? 'replay-progress' : 'replays',
  text: `
    select replays.id, who, why, asked, skips_letters as "skipsLetters", pace, replays.created, aborted,
           coalesce(runner = 'paused', false) as "isPaused",
           replays.finished as "allQueued", total, counted.*
    from replays, lateral (
      select count(queued)::int as queued, count(left_out)::int as "leftOut",
             (count(queued) filter (where ${OUTCOME} = 'finished'))::int as finished,
             (count(queued) filter (where ${OUTCOME} = 'failed'))::int as failed
      from replay_events left join events on events.id = event where replay = replays.id
    ) as counted
    ${'id' in which ? 'where replays.id = $1' : 'where $2::bigint is null or replays.id < $2 order by replays.id desc limit $1'}`,
  values: 'id' in which ? [which.id] : [which.limit, which.after ?? null]
})

/** Events of a replay that were given up again, or left out, and why. */
export const replayTrouble = (
  id: string,
  limit: number
): Statement<{ event: string; type: string | null; order: string | null; why: string }> => ({
  name: 'replay-trouble',
  text: `
    select event, type, order_id as "order", coalesce(left_out, replay_events.error, error_code || ': ' || error_text) as why
    from replay_events join replays on replays.id = replay left join events on events.id = event
    where replay = $1 and (left_out is not null or queued is not null and ${OUTCOME} = 'failed')
    order by event limit $2`,
  values: [id, limit]
})
