import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'
import { keepOutcomes } from './outcome.ts'

export type NewReplay = Readonly<{
  who: string
  why: string
  /** Which events were asked for, as a person reads it later. */
  asked: unknown
  events: readonly string[]
  skipsLetters: boolean
  /** Events a second. */
  pace: number
}>

/** Writes down who wants which events read again, and why, all at once. Nothing is queued yet. Gives its id. Throws LedgerError. */
export const openReplay = (ledger: Ledger, replay: NewReplay): Promise<string> =>
  inTransaction(ledger, {
    read: [insertReplay(replay)],
    decide: ([[row]]) => {
      const id = (row as { id: string }).id
      return {
        result: id,
        write: [keepOutcomes(replay.events), insertEvents(id, replay.events), noteReplay(id, replay)]
      }
    }
  })

const insertReplay = ({
  who,
  why,
  asked,
  events,
  skipsLetters,
  pace
}: NewReplay): Statement<{ id: string }> => ({
  name: 'open-replay',
  text: `
    insert into replays (who, why, asked, skips_letters, pace, total) values ($1, $2, $3, $4, $5, $6) returning id`,
  values: [who, why, JSON.stringify(asked), skipsLetters, pace, events.length]
})

const insertEvents = (id: string, events: readonly string[]): Statement => ({
  name: 'add-replay-events',
  text: 'insert into replay_events (replay, event) select $1, event from unnest($2::text[]) as event',
  values: [id, events]
})

/** One event's replay stands in the story of its order. */
const noteReplay = (id: string, { who, why, events, skipsLetters }: NewReplay): Statement => ({
  name: 'note-replay',
  text: `
    insert into operator_actions (who, what, account, order_id, about, why, result, finished)
    select $1, $2, coalesce(max(account), ''), max(order_id), $3, $4, $6, clock_timestamp()
    from events where cardinality($5::text[]) = 1 and id = $5[1]`,
  values: [
    who,
    `replay ${events.length === 1 ? 'an event' : `${events.length} events`}${skipsLetters ? ' without letters' : ''}`,
    events.length === 1 ? events[0] : `replay ${id}`,
    why,
    events,
    `replay ${id} begun`
  ]
})
