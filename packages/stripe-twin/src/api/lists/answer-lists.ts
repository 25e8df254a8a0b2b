import { type Form, readForm } from '../http/read-form.ts'
import { readPage } from '../http/read-page.ts'
import { listLineItems } from '../sessions/list-line-items.ts'
import { textOf } from '../sessions/parameters.ts'
import type { KeptEvent, Kind, Kinds } from '../shelves/kinds.ts'
import { createShow, type Expansions } from './expand.ts'
import { listPage, type Selection } from './list-page.ts'
import { booleanOf, createdOf, refuseOtherFilters, typesOf } from './read-filters.ts'
import type { Source } from './source.ts'

/** A kind of thing that is listed, and may be asked for one by one. */
type Listing = Readonly<{
  /** As errors name it. */
  object: string
  list: (query: URLSearchParams) => Readonly<{ data: readonly unknown[]; has_more: boolean }>
  /** undefined if it is not there. */
  find: (id: string, query: URLSearchParams) => unknown
}>

/** Stripe shows an event for 30 days (docs.stripe.com/api/events). */
const EVENTS_SHOWN_S = 30 * 86_400

export type ListedShelves = { readonly [K in Kind]: Source<Kinds[K]> }

/** Every list of the API, by its path. */
export function createListings(
  shelves: ListedShelves,
  nowS: () => number
): Readonly<Record<string, Listing>> {
  const intentOf = ({ payment_intent: id }: Readonly<{ payment_intent: unknown }>) =>
    typeof id === 'string' ? shelves.intents.find(id) : null
  return {
    '/v1/events': listing(shelves.events, {
      object: 'event',
      filters: ['created', 'type', 'types', 'delivery_success'],
      select: selectEvents,
      since: () => nowS() - EVENTS_SHOWN_S,
      show: ({ event, isDelivered }) => ({ ...event, pending_webhooks: isDelivered ? 0 : 1 })
    }),
    '/v1/checkout/sessions': listing(shelves.sessions, {
      object: 'checkout.session',
      filters: ['created', 'status', 'payment_intent'],
      select: form => {
        const [status, about] = [textOf(form, 'status'), textOf(form, 'payment_intent')]
        return {
          ...(about !== null && { about }),
          isWanted: ({ session }) =>
            (status === null || session.status === status) &&
            (about === null || session.payment_intent === about)
        }
      },
      show: ({ session }) => session,
      expansions: {
        line_items: hosted => listLineItems(hosted, readPage(new URLSearchParams())),
        payment_intent: ({ session }) => intentOf(session)
      }
    }),
    '/v1/payment_intents': listing(shelves.intents, {
      object: 'payment_intent',
      filters: ['created'],
      select: () => ({ isWanted: () => true }),
      show: intent => intent
    }),
    '/v1/refunds': listing(shelves.refunds, {
      object: 'refund',
      filters: ['created', 'payment_intent', 'charge'],
      select: selectByPayment,
      show: refund => refund,
      expansions: { payment_intent: intentOf }
    }),
    '/v1/disputes': listing(shelves.disputes, {
      object: 'dispute',
      filters: ['created', 'payment_intent', 'charge'],
      select: selectByPayment,
      show: dispute => dispute,
      expansions: { payment_intent: intentOf }
    })
  }
}

type Choice<Kept> = Omit<Selection<Kept>, 'created'>

type Ways<Kept> = Readonly<{
  object: string
  filters: readonly string[]
  select: (form: Form) => Choice<Kept>
  /** The second from which on things are listed; all are if not given. */
  since?: () => number
  show: (kept: Kept) => object
  expansions?: Expansions<Kept>
}>

const listing = <Kept>(
  source: Source<Kept>,
  { object, filters, select, since = () => Number.NEGATIVE_INFINITY, show, expansions = {} }: Ways<Kept>
): Listing => ({
  object,
  list: query => {
    const form = readForm(query.toString())
    refuseOtherFilters(form, filters)
    const { from, to } = createdOf(form)
    const selection = { created: { from: Math.max(from, since()), to }, ...select(form) }
    const { data, has_more } = listPage(source, readPage(query), selection)
    return { data: data.map(createShow({ show, expansions }, { query, prefix: 'data.' })), has_more }
  },
  find: (id, query) => {
    const kept = source.find(id)
    return kept === undefined ? undefined : createShow({ show, expansions }, { query, prefix: '' })(kept)
  }
})

function selectEvents(form: Form): Choice<KeptEvent> {
  const type = typesOf(form)
  const delivered = booleanOf(form, 'delivery_success')
  return {
    ...(type !== undefined && { type }),
    isWanted: ({ event, isDelivered }) =>
      (type === undefined || type(event.type)) && (delivered === undefined || delivered === isDelivered)
  }
}

type AboutPayment = Readonly<{ payment_intent: unknown; charge: unknown }>

/** Of a payment intent, of a charge, or all. */
function selectByPayment(form: Form): Choice<AboutPayment> {
  const [intent, charge] = [textOf(form, 'payment_intent'), textOf(form, 'charge')]
  const about = intent ?? charge
  return {
    ...(about !== null && { about }),
    isWanted: kept =>
      (intent === null || kept.payment_intent === intent) && (charge === null || kept.charge === charge)
  }
}
