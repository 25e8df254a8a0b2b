import type { Statement } from '../statement.ts'

/** What came of an event that a replay has queued: as it was kept, else as the event stands now; null: nothing yet. */
export const OUTCOME = `
  coalesce(outcome, case when events.failed >= replays.created then 'failed'
                         when events.finished >= replays.created and error_code is null then 'finished' end)`

/** Keeps what came of these events in earlier replays, since they are read again now. */
export const keepOutcomes = (events: readonly string[]): Statement => ({
  name: 'keep-outcomes',
  text: `
    update replay_events kept set outcome = over.outcome, error = over.error
    from (select replay, event, ${OUTCOME} as outcome, case when error_code is not null then error_code || ': ' || error_text end as error
          from replay_events join replays on replays.id = replay join events on events.id = event
          where event = any($1::text[]) and queued is not null and outcome is null
          order by replay, event for update of replay_events) as over
    where kept.replay = over.replay and kept.event = over.event and over.outcome is not null`,
  values: [events]
})
