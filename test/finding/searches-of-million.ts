import { type EventFilter, eventsFound } from '@paidonce/ledger/finding/find-events'
import { type LetterFilter, lettersFound } from '@paidonce/ledger/finding/find-letters'
import { type OrderFilter, ordersFound } from '@paidonce/ledger/finding/find-orders'
import { groupEventFailures, groupLetterFailures } from '@paidonce/ledger/finding/group-failures'
import { OPEN_MARKS } from '@paidonce/ledger/finding/order-marks'
import { countOpenMarks } from '@paidonce/ledger/overview/count-open-marks'
import type { Statement } from '@paidonce/ledger/statement'

const MIDDLE = new Date('2026-06-02')
const LIMIT = 51

/** Behind which a page goes on: somewhere in the middle. */
const PLACE = '2026-06-02T00:00:00.000000Z'

const EVENTS: readonly EventFilter[] = [
  {},
  { event: 'evt_0000077' },
  { session: 'cs_77' },
  { payment: 'pi_77' },
  { order: 'o77' },
  { order: 'o77', account: '' },
  { about: 're_210' },
  { email: 'buyer77@shop.example' },
  { account: 'acct_7' },
  { account: '' },
  { type: 'charge.dispute.created' },
  { type: 'checkout.session.completed' },
  { type: 'nothing.like.this' },
  { state: 'finished' },
  { state: 'failing' },
  { state: 'failed' },
  { state: 'failed', type: 'charge.refunded' },
  { error: 'SQLSTATE_22001' },
  { error: 'NONE', codeVersion: '1' },
  { since: MIDDLE, until: new Date(MIDDLE.getTime() + 60_000) },
  { type: 'charge.dispute.created', since: MIDDLE },
  { order: 'none' },
  { email: 'none@shop.example', type: 'charge.refunded' }
]

const ORDERS: readonly OrderFilter[] = [
  {},
  { order: 'o77' },
  { order: 'o77', account: '' },
  { session: 'cs_77' },
  { payment: 'pi_77' },
  { event: 'evt_0000077' },
  { about: 're_210' },
  { email: 'buyer77@shop.example' },
  { account: 'acct_7' },
  { account: '' },
  { status: 'review' },
  { status: 'fulfilled' },
  { status: 'none' },
  { mark: 'any' },
  { mark: 'dispute' },
  { mark: 'refunded' },
  { mark: 'paid_twice' },
  ...OPEN_MARKS.map(mark => ({ mark })),
  { since: MIDDLE, until: new Date(MIDDLE.getTime() + 60_000) },
  { order: 'none' }
]

const LETTERS: readonly LetterFilter[] = [
  {},
  { letter: '77' },
  { order: 'o77' },
  { payment: 'pi_77' },
  { recipient: 'buyer77@shop.example' },
  { account: 'acct_7' },
  { account: '' },
  { kind: 'refunded' },
  { kind: 'payment_failed' },
  { status: 'owed' },
  { status: 'given_up' },
  { status: 'sent' },
  { failing: true },
  { since: MIDDLE, until: new Date(MIDDLE.getTime() + 60_000) },
  { recipient: 'none@shop.example' }
]

type Search = readonly [name: string, statement: Statement]

const searches = <Filter>(
  what: string,
  filters: readonly Filter[],
  statement: (filter: Filter, stretch: Parameters<typeof eventsFound>[1]) => Statement,
  ids: readonly string[]
): Search[] =>
  filters.flatMap(filter => {
    const name = `${what} ${JSON.stringify(filter)}`
    return [
      [name, statement(filter, { limit: LIMIT, place: undefined })],
      [`${name}, further on`, statement(filter, { limit: LIMIT, place: { at: PLACE, ids } })]
    ] satisfies Search[]
  })

export const searchesOfMillion = (): Search[] => [
  ...searches('events', EVENTS, eventsFound, ['evt_0000001']),
  ...searches('orders', ORDERS, ordersFound, ['', 'o1']),
  ...searches('letters', LETTERS, lettersFound, ['1']),
  ['marks that are open', countOpenMarks()],
  ['failures of events', groupEventFailures()],
  ['failures of letters', groupLetterFailures(new Date('2026-06-01'))]
]
