import type { FoundEvent } from '../found.ts'
import type { Read } from './in-snapshot.ts'

const TEXT = `
  select id, (extract(epoch from received) * 1000)::float8 as received,
         (extract(epoch from finished) * 1000)::float8 as finished,
         (extract(epoch from failed) * 1000)::float8 as failed, discarded is not null as discarded, payload,
         array(select payment_id || ' ' || kind from facts where facts.event_id = events.id) as told
  from events
  where id > $1
  order by id
  limit $2`

/** A page of the ledger, in the order of the ids. */
export const readEvents = (read: Read) => (after: FoundEvent | undefined, limit: number) =>
  read<FoundEvent>(TEXT, [after?.id ?? '', limit])
