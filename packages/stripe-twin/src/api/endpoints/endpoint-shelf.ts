import type Stripe from 'stripe'
import { type EndpointWish, makeEndpoint } from './endpoint.ts'

/** The webhook endpoints that the API shows, newest first. */
export type EndpointShelf = Readonly<{
  all: () => readonly Stripe.WebhookEndpoint[]
  find: (id: string) => Stripe.WebhookEndpoint | undefined
  /** Instead of those that were there. */
  set: (wishes: readonly EndpointWish[]) => void
}>

/** To begin with, those that the twin delivers to. */
export function createEndpointShelf(first: readonly EndpointWish[], nowS: () => number): EndpointShelf {
  const made = (wishes: readonly EndpointWish[]): readonly Stripe.WebhookEndpoint[] =>
    wishes.map((wish, number) => makeEndpoint(wish, { number, created: nowS() }))
  let all = made(first)
  return {
    all: () => all,
    find: id => all.find(endpoint => endpoint.id === id),
    set(wishes) {
      all = made(wishes)
    }
  }
}
