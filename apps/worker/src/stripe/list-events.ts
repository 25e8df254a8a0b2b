import type Stripe from 'stripe'
import { unknownTypes } from './unknown-types.ts'

/** One page of Stripe's list of events, newest first. `at`: Stripe's own clock, in seconds. */
export type EventsPage = Readonly<{ events: readonly unknown[]; at: number | null }>

export type EventsAsked = Readonly<{
  account: string
  types: readonly string[]
  /** Seconds of creation, both ends included. */
  since: number
  until: number
}>

/** How a question to Stripe is asked: again, say, while there is no answer. */
export type Ask = <T>(question: () => Promise<T>) => Promise<T>

const A_PAGE = 100

/** Stripe takes no more of them in one question. */
const MOST_TYPES = 20

/**
 * All events of these types and times, page after page; one page is in memory at a time. Stripe refuses a whole question for
 * one type that it does not have: that type is told of, and left out. Throws what `ask` throws.
 */
export async function* listEvents(
  stripe: Stripe,
  asked: EventsAsked,
  ask: Ask,
  onUnknown: (types: readonly string[]) => void
): AsyncGenerator<EventsPage> {
  for (let from = 0; from < asked.types.length; from += MOST_TYPES) {
    const some = { ...asked, types: asked.types.slice(from, from + MOST_TYPES) }
    try {
      yield* pagesOf(stripe, some, ask)
    } catch (error) {
      const unknown = await unknownTypes(stripe, some, ask, error)
      onUnknown(unknown)
      const types = some.types.filter(type => !unknown.includes(type))
      if (types.length > 0) yield* pagesOf(stripe, { ...some, types }, ask)
    }
  }
}

async function* pagesOf(stripe: Stripe, asked: EventsAsked, ask: Ask): AsyncGenerator<EventsPage> {
  const { types, account, since, until } = asked
  const as = account === '' ? {} : { stripeAccount: account }
  const params = { types: [...types], created: { gte: since, lte: until }, limit: A_PAGE }
  // After an event, not by number: what comes in at the head meanwhile shifts nothing.
  for (let last: string | undefined, more = true; more; ) {
    const after = last === undefined ? {} : { starting_after: last }
    const page = await ask(() => stripe.events.list({ ...params, ...after }, as))
    yield { events: page.data, at: timeOf(page.lastResponse.headers.date) }
    last = page.data.at(-1)?.id
    more = page.has_more && last !== undefined
  }
}

function timeOf(header: string | undefined): number | null {
  const ms = Date.parse(header ?? '')
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000)
}
