import { SpeakingError } from '@paidonce/shared/describe-error'
import Stripe from 'stripe'
import { isPassing } from './api-verdict.ts'

/** A webhook endpoint as Stripe has it, as far as it matters to us. */
export type Endpoint = Readonly<{
  id: string
  url: string
  /** `*` is all. */
  types: readonly string[]
  /** null: the account's own. */
  apiVersion: string | null
  isEnabled: boolean
  mode: 'test' | 'live'
}>

export type EndpointsReport = Readonly<{
  endpoints: readonly Endpoint[]
  /** How far Stripe's clock is ahead of ours; undefined if it does not tell. */
  aheadMs: number | undefined
  /** The API version that this release was made with. */
  apiVersion: string
}>

const A_PAGE = 100

/** All webhook endpoints of the key's account and mode: Stripe allows sixteen. Throws NotTold. */
export async function lookAtEndpoints(stripe: Stripe): Promise<EndpointsReport> {
  try {
    const before = Date.now()
    const { data, lastResponse } = await stripe.webhookEndpoints.list({ limit: A_PAGE })
    return {
      endpoints: data.map(endpointOf),
      aheadMs: ahead(lastResponse.headers.date, (before + Date.now()) / 2),
      apiVersion: Stripe.API_VERSION
    }
  } catch (error) {
    throw error instanceof Stripe.errors.StripeError ? new NotTold(reasonOf(error)) : error
  }
}

const endpointOf = (endpoint: Stripe.WebhookEndpoint): Endpoint => ({
  id: endpoint.id,
  url: endpoint.url,
  types: endpoint.enabled_events,
  apiVersion: endpoint.api_version,
  isEnabled: endpoint.status === 'enabled',
  mode: endpoint.livemode ? 'live' : 'test'
})

/** The header tells whole seconds: on average half a second has passed since. */
function ahead(date: string | undefined, ourMs: number): number | undefined {
  const theirMs = Date.parse(date ?? '')
  return Number.isNaN(theirMs) ? undefined : theirMs + 500 - ourMs
}

function reasonOf(error: Stripe.errors.StripeError): string {
  const { StripeAuthenticationError, StripePermissionError } = Stripe.errors
  if (error instanceof StripeAuthenticationError)
    return 'Stripe does not know the key: is STRIPE_SECRET_KEY right?'
  if (error instanceof StripePermissionError)
    return 'the key may not read Webhook Endpoints: allow it on the key’s page at Stripe'
  return isPassing(error)
    ? 'Stripe did not answer, or is busy: try again in a while'
    : `Stripe answered ${error.statusCode ?? 'nothing'}`
}

/** Why Stripe did not tell. Holds nothing of the key, and nothing that Stripe wrote. */
export class NotTold extends SpeakingError {
  override readonly name = 'NotTold'
  readonly code = 'NOT_TOLD'
}
