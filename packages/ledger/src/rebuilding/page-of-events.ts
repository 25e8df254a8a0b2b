import type { Statement } from '../statement.ts'
import { CAN_BE_READ, LEDGER_EVENT, type LedgerEvent } from './ledger-event.ts'

/** Which events of the ledger are read again; absent: all. */
export type Wanted = Readonly<{ since: Date | undefined; type: string | undefined }>

/** A row of the ledger that was looked at. `payload` is null where the event is not wanted or cannot be read. */
export type PageRow = Omit<LedgerEvent, 'payload'> & Readonly<{ payload: string | null }>

/**
 * The next so many rows of the ledger behind `after`, in the order of their ids. What is not wanted comes too, without its
 * payload, so that a page takes the same time however seldom there is something wanted.
 */
export const pageOfEvents = (after: string, limit: number, { since, type }: Wanted): Statement<PageRow> => ({
  name: 'page-of-events',
  text: `
    select ${LEDGER_EVENT.replace(
      'events.payload::text',
      `case when ${CAN_BE_READ} and ($3::timestamptz is null or received >= $3) and ($4::text is null or type = $4)
       then events.payload::text end`
    )}
    from events where id > $1 order by id limit $2`,
  values: [after, limit, since ?? null, type ?? null]
})
