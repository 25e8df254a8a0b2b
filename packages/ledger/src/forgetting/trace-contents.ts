import type { Statement } from '../statement.ts'
import { HAS_ENDED } from './ended-events.ts'
import type { Trace } from './find-traces.ts'

/** One event of a payment, and what of a person is kept with it. */
export type TracedEvent = Readonly<{
  id: string
  type: string
  /** Finished, or discarded. */
  ended: boolean
  payload: boolean
  email: boolean
  /** Facts that hold an address or a name. */
  facts: number
}>

export const HOLDS_PERSON = `(value ->> 'email' is not null or value ->> 'name' is not null)`

/** Every event of the trace: those that name its payment, and those that told something about it. */
export const eventsOfTrace = ({ account, payment, event }: Trace): Statement<TracedEvent> => ({
  name: 'events-of-trace',
  text: `
    select its.id, its.type, ${HAS_ENDED} as ended, its.payload is not null as payload,
           its.email is not null as email,
           (select count(*)::int from facts where facts.event_id = its.id and ${HOLDS_PERSON}) as facts
    from (select id from events where account = $1 and payment_id = $2
          union
          select event_id from facts where account = $1 and payment_id = $2 and payment_id <> ''
          union
          select $3::text where $3::text is not null) as named
    cross join lateral (select * from events where events.id = named.id limit 1) as its
    order by its.id`,
  values: [account, payment, event]
})

export type TracedLetter = Readonly<{ id: string; status: string; recipient: boolean }>

export const lettersOfTrace = ({ account, payment }: Trace): Statement<TracedLetter> => ({
  name: 'letters-of-trace',
  text: `select id, status, coalesce(recipient, address) is not null as recipient from letters where account = $1 and payment_id = $2`,
  values: [account, payment]
})
