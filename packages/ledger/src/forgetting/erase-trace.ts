import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'
import { HAS_ENDED } from './ended-events.ts'
import type { Trace } from './find-traces.ts'
import { HOLDS_PERSON } from './trace-contents.ts'

/**
 * Removes a person from one payment: payloads and addresses of its events, address and name in its facts, the recipient of its
 * letters. All of it together, since the address is what it is found by. Ids and amounts stay. Events are locked first and in the order
 * of their ids, as a settlement does. Throws LedgerError.
 */
export const eraseTrace = (ledger: Ledger, trace: Trace, eventIds: readonly string[]): Promise<void> =>
  inTransaction(ledger, {
    read: [lockEnded(eventIds)],
    decide: ([events]) => {
      const ids = events.map(({ id }) => id)
      return { result: undefined, write: [eraseEvents(ids), eraseFacts(ids), eraseRecipients(trace)] }
    }
  })

/** One that began anew meanwhile is left alone. */
const lockEnded = (ids: readonly string[]): Statement<{ id: string }> => ({
  name: 'lock-ended-events',
  text: `select id from events where id = any($1::text[]) and ${HAS_ENDED} order by id for update`,
  values: [ids]
})

const eraseEvents = (ids: readonly string[]): Statement => ({
  name: 'erase-person-from-events',
  text: `
    update events set payload = null, email = null, erased = coalesce(erased, now())
    where id = any($1::text[])`,
  values: [ids]
})

const eraseFacts = (ids: readonly string[]): Statement => ({
  name: 'erase-person-from-facts',
  text: `
    update facts set value = (value::jsonb || '{"email": null, "name": null}')::json
    where event_id = any($1::text[]) and ${HOLDS_PERSON}`,
  values: [ids]
})

const eraseRecipients = ({ account, payment }: Trace): Statement => ({
  name: 'erase-person-from-letters',
  text: `update letters set recipient = null, address = null where account = $1 and payment_id = $2 and status <> 'owed'`,
  values: [account, payment]
})
