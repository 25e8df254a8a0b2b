import type { Statement } from '../statement.ts'

/** An event that is to be queued, as far as the ledger knows it. */
export type ToReplay = Readonly<{
  id: string
  isKnown: boolean
  received: Date | null
  finished: Date | null
  /** Null where it was erased, by its age or for a person's sake. */
  payload: string | null
  isErased: boolean
  /** Earlier replays of the same event. */
  earlier: readonly string[]
}>

/** The next events of a replay that are not queued. */
export const nextToReplay = (replay: string, limit: number): Statement<ToReplay> => ({
  name: 'next-to-replay',
  text: `
    select event as id, its.id is not null as "isKnown", its.received, its.finished,
           case when its.erased is null then its.payload::text end as payload, its.erased is not null as "isErased",
           array(select other.replay::text from replay_events as other
                 where other.event = next.event and other.replay <> $1) as earlier
    from replay_events as next
    left join lateral (select * from events where events.id = next.event limit 1) as its on true
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
