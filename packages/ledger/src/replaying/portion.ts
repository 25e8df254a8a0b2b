import { LEDGER_EVENT, type LedgerEvent } from '../rebuilding/ledger-event.ts'
import type { Statement } from '../statement.ts'

/** An event that is to be queued. Without a payload nobody can read it again. */
export type ToReplay = Omit<LedgerEvent, 'payload'> &
  Readonly<{
    payload: string | null
    /** Earlier replays of the same event. */
    earlier: readonly string[]
  }>

/** The next events of a replay that are not queued. Events that the ledger lost have no row. */
export const nextToReplay = (replay: string, limit: number): Statement<ToReplay> => ({
  name: 'next-to-replay',
  text: `
    select ${LEDGER_EVENT.replace('events.payload::text', 'case when events.erased is null then events.payload::text end')},
           array(select other.replay::text from replay_events as other
                 where other.event = events.id and other.replay <> $1) as earlier
    from replay_events join events on events.id = event
    where replay = $1 and queued is null and left_out is null
    order by event limit $2`,
  values: [replay, limit]
})

export const noteQueued = (replay: string, events: readonly string[]): Statement => ({
  name: 'note-queued',
  text: 'update replay_events set queued = clock_timestamp() where replay = $1 and event = any($2)',
  values: [replay, events]
})

export const leaveOut = (replay: string, events: readonly string[], why: string): Statement => ({
  name: 'leave-out',
  text: 'update replay_events set left_out = $3 where replay = $1 and event = any($2)',
  values: [replay, events, why]
})
