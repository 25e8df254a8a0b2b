import { LEDGER_EVENT, type LedgerEvent } from '../rebuilding/ledger-event.ts'
import type { Statement } from '../statement.ts'

export type EventToRead = Omit<LedgerEvent, 'payload'> &
  Readonly<{ payload: string | null; isErased: boolean }>

/** Events with what came of them, whether finished or failed. `payload` is null where it was erased. */
export const eventsToRead = (ids: readonly string[]): Statement<EventToRead> => ({
  name: 'events-to-read',
  text: `
    select ${LEDGER_EVENT.replace('events.payload::text', 'case when events.erased is null then events.payload::text end')},
           events.erased is not null as "isErased"
    from events where id = any($1) order by id`,
  values: [ids]
})
