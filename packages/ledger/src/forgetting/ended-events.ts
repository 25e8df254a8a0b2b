import type { Statement } from '../statement.ts'

/** Nobody waits for it any more: it was finished once, or somebody said that nobody will mend it. */
export const HAS_ENDED = '(finished is not null or discarded is not null)'

/** Which of these events the ledger knows to have come to an end. */
export const endedEvents = (ids: readonly string[]): Statement<{ id: string }> => ({
  name: 'ended-events',
  text: `select id from events where id = any($1::text[]) and ${HAS_ENDED}`,
  values: [ids]
})
