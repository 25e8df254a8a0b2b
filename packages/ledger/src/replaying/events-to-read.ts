import { LEDGER_EVENT, type LedgerEvent } from '../rebuilding/ledger-event.ts'
import type { Statement } from '../statement.ts'

/** Events with what came of them, whether finished or failed. `payload` is null where it was erased. */
export const eventsToRead = (
  ids: readonly string[]
): Statement<Omit<LedgerEvent, 'payload'> & { payload: string | null }> => ({
  name: 'events-to-read',
  text: `
    select ${LEDGER_EVENT.replace('events.payload::text', 'case when events.erased is null then events.payload::text end')}
    from events where id = any($1) order by id`,
  values: [ids]
})
