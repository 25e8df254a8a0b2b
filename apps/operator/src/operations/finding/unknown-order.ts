import type { EventState } from '@paidonce/ledger/finding/find-events'
import { MOST_ROWS } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import { plural } from '../plural.ts'
import { findEvents } from './find-events.ts'

/** What there is to say of an order of which nothing is settled. `events` name it, the newest first; none may. */
export type UnknownOrder = Readonly<{ sentence: string; events: readonly string[] }>

/** An order is there once an event of it was settled: until then only events know it, and they may have failed. Throws LedgerError. */
export async function lookAtUnknownOrder(
  ledger: Ledger,
  which: Readonly<{ account: string; order: string }>
): Promise<UnknownOrder> {
  const { rows } = await findEvents(ledger, which, { limit: MOST_ROWS })
  const events = rows.map(({ id }) => id)
  return {
    events,
    sentence: sentenceOf(
      which.order,
      rows.map(({ state }) => state),
      events
    )
  }
}

function sentenceOf(order: string, states: readonly EventState[], events: readonly string[]): string {
  if (events.length === 0) return `Nothing is known of an order ${order}.`
  const named = events.length === 1 ? '1 event names it' : `${plural(events.length, 'event')} name it`
  const became = (Object.keys(BECAME) as EventState[]).flatMap(state => {
    const count = states.filter(one => one === state).length
    if (count === 0) return []
    const [one, many] = BECAME[state]
    return [count === events.length ? (count === 1 ? one : many) : `${count} ${count === 1 ? one : many}`]
  })
  const more = events.length > SHOWN ? `, and ${events.length - SHOWN} more` : ''
  const what = `${named}${became.length > 1 ? ', of which' : ' and'} ${became.join(', ')}`
  return `Nothing is settled of order ${order} yet, but ${what}: ${events.slice(0, SHOWN).join(', ')}${more}.`
}

const SHOWN = 3

/** Of one event, and of several. */
const BECAME: Readonly<Record<EventState, readonly [string, string]>> = {
  failed: ['has failed', 'have failed'],
  failing: ['will be tried again', 'will be tried again'],
  discarded: ['was discarded', 'were discarded'],
  finished: ['is finished', 'are finished']
}
