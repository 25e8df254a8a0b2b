import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { accountsIn } from './accounts-in.ts'
import { behind, gatherValues, given, type Put, type Times, whereAll, withinTimes } from './conditions.ts'
import { placeTime } from './cursor.ts'
import { type Page, type PageWish, readPage, type Stretch } from './page.ts'

/**
 * Failed: given up until somebody replays it. Failing: it did not work, and will be tried again. Discarded: it failed, and somebody
 * said that nobody will mend it.
 */
export const EVENT_STATES = ['finished', 'failing', 'failed', 'discarded'] as const
export type EventState = (typeof EVENT_STATES)[number]

/** Which events; what is absent does not matter. */
export type EventFilter = Times &
  Readonly<{
    event?: string | undefined
    session?: string | undefined
    payment?: string | undefined
    order?: string | undefined
    /** A refund, dispute, fraud warning or review. */
    about?: string | undefined
    email?: string | undefined
    account?: string | undefined
    type?: string | undefined
    state?: EventState | undefined
    /** Of the last try; with it, the release that tried. */
    error?: string | undefined
    codeVersion?: string | undefined
  }>

export type EventRow = Readonly<{
  account: string
  id: string
  type: string
  state: EventState
  session: string | null
  payment: string | null
  /** The one that it names, else that of its payment. */
  order: string | null
  email: string | null
  received: Date
  how: string
  finished: Date | null
  failed: Date | null
  attempts: number
  errorCode: string | null
  errorText: string | null
  codeVersion: string
  /** Its place in the list. */
  place: string
}>

/** Events of the ledger, the newest first. Throws BadCursor and LedgerError. */
export const findEvents = (ledger: Ledger, filter: EventFilter, page: PageWish): Promise<Page<EventRow>> =>
  readPage(
    ledger,
    'events',
    page,
    stretch => eventsFound(filter, stretch),
    ({ place, id }) => ({ at: place, ids: [id] })
  )

export function eventsFound(filter: EventFilter, { limit, place }: Stretch): Statement<EventRow> {
  const { values, put } = gatherValues()
  const ids = idConditions(filter, put)
  const where = whereAll([
    ...ids,
    ...otherConditions(filter, put),
    ...behind(place, 'received', put, ([id]) => `id > ${put(id)}`)
  ])
  // Behind the fence of `offset 0` whoever has this id is looked up before anything is sorted.
  const source = ids.length === 0 ? `events ${where}` : `(select * from events ${where} offset 0) as events`
  return {
    name: 'find-events',
    text: `
      select ${EVENT_COLUMNS} from ${source} order by received desc, id limit ${put(limit)}`,
    values
  }
}

/** Columns of an `EventRow`. */
export const EVENT_COLUMNS = `
  account, id, type,
  case when failed is not null and discarded is not null then 'discarded' when failed is not null then 'failed' when error_code is not null or finished is null then 'failing'
       else 'finished' end as state,
  session_id as session, payment_id as payment,
  coalesce(order_id, (select payments.order_id from payments
                      where payments.account = events.account and payments.id = events.payment_id)) as "order",
  email, received, how, finished, failed, attempts,
  error_code as "errorCode", error_text as "errorText", code_version as "codeVersion", ${placeTime('received')} as place`

/** Each leads to few rows by an index of its own. */
const idConditions = (filter: EventFilter, put: Put): string[] => [
  ...given(filter.event, id => `id = ${put(id)}`),
  ...given(filter.session, id => `session_id = ${put(id)}`),
  ...given(filter.payment, id => `payment_id = ${put(id)}`),
  ...given(filter.order, id => `id = any (array(${ofOrder(put(id), filter.account, put)}))`),
  ...given(filter.email, address => `lower(email) = lower(${put(address)})`),
  ...given(filter.about, id => `id = any (array(select event_id from facts where ${isAbout(put(id))}))`)
]

/** Those that name the order, and those that name a payment of it: a refund names no more. */
function ofOrder(order: string, account: string | undefined, put: Put): string {
  const of = (table: 'events' | 'payments') => (account === undefined ? accountsIn(table) : put(account))
  return `
    select id from events where account = ${of('events')} and order_id = ${order}
    union
    select its.id from payments
    cross join lateral (
      select id from events where events.payment_id = payments.id and events.account = payments.account
    ) as its
    where payments.account = ${of('payments')} and payments.order_id = ${order}`
}

/** In the words of the index facts_about. */
export const isAbout = (value: string) => `
  coalesce(value ->> 'refund', value ->> 'dispute', value ->> 'warning', value ->> 'review') = ${value}
  and kind in ('refund', 'dispute', 'fraud_warning', 'radar_review')`

const otherConditions = (filter: EventFilter, put: Put): string[] => [
  ...given(filter.account, account =>
    account === '' ? `account = ''` : `account = ${put(account)} and account <> ''`
  ),
  ...given(filter.type, type => `type = ${put(type)}`),
  ...given(filter.state, state => STATE[state]),
  ...given(filter.error, code => `error_code = ${put(code)}`),
  ...given(filter.codeVersion, version => `error_code is not null and code_version = ${put(version)}`),
  ...withinTimes('received', filter, put)
]

/** An event that was finished once counts by what became of its last replay. */
const STATE: Readonly<Record<EventState, string>> = {
  finished: 'error_code is null and finished is not null',
  failing: 'error_code is not null and failed is null',
  failed: 'error_code is not null and failed is not null and discarded is null',
  discarded: 'error_code is not null and failed is not null and discarded is not null'
}
