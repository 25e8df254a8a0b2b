import type { Statement } from '../statement.ts'
import { CAN_BE_READ, LEDGER_EVENT, type LedgerEvent } from './ledger-event.ts'

/** Those of these events that can be read again. */
export const readableEvents = (ids: readonly string[]): Statement<LedgerEvent> => ({
  name: 'readable-events',
  text: `
    select ${LEDGER_EVENT}
    from unnest($1::text[]) as asked (id)
    cross join lateral (select * from events where events.id = asked.id limit 1) as events
    where ${CAN_BE_READ}
    order by events.id`,
  values: [ids]
})
