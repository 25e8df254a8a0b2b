import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { amountOf } from '../facts/fields.ts'
import type { Cause } from './cause.ts'

/** What Stripe says of a webhook endpoint. */
export type Endpoint = Readonly<{ status: string; enabled_events: readonly string[] }>

/** What is known beside the event itself. */
export type Surroundings = Readonly<{
  /** When the first event ever came, in seconds; null if none did. */
  firstReceivedS: number | null
  /** Undefined if the key may not ask for them. */
  endpoints: readonly Endpoint[] | undefined
  /** Types of which webhooks have brought events of late. */
  typesThatCome: ReadonlySet<string>
  /** The ledger has seen the event. */
  isSeen: boolean
}>

/** The likely cause that an event which Stripe lists is not here. Endpoints are known as they are now, not as they were then. */
export function likelyCause(event: StripeEvent, around: Surroundings): Cause {
  if (around.isSeen) return 'lost_here'
  if (around.firstReceivedS !== null && event.created < around.firstReceivedS) return 'before_first_event'

  const wanting = around.endpoints?.filter(endpoint => isWanted(event.type, endpoint)) ?? []
  if (wanting.length > 0 && wanting.every(({ status }) => status === 'disabled')) return 'endpoint_disabled'
  if (deliveriesWaitedFor(event) > 0) return 'not_taken'
  return wanting.length > 0 || around.typesThatCome.has(event.type) ? 'not_waited_for' : 'type_not_enabled'
}

const isWanted = (type: string, { enabled_events }: Endpoint) =>
  enabled_events.includes('*') || enabled_events.includes(type)

/** Deliveries that Stripe has got no 2xx for, those that it has given up included. */
const deliveriesWaitedFor = (event: StripeEvent & Readonly<{ pending_webhooks?: unknown }>) =>
  amountOf(event.pending_webhooks) ?? 0
