import Stripe from 'stripe'
import { createPace } from './pace.ts'

type ClientOptions = Readonly<{ key: string; apiUrl: URL; requestsPerSecond: number }>

/** Longer than Stripe takes, shorter than anybody waits. */
const TIMEOUT_MS = 10_000

/**
 * The one way to Stripe's API. Every request is paced, those of further pages and second tries too, so that a backlog
 * leaves room for the shop's own requests: Stripe's limit is for the account.
 */
export function createClient({ key, apiUrl, requestsPerSecond }: ClientOptions): Stripe {
  const pace = createPace(requestsPerSecond)
  const paced: typeof fetch = async (...request) => {
    await pace()
    return await fetch(...request)
  }
  const protocol = apiUrl.protocol === 'http:' ? 'http' : 'https'
  return new Stripe(key, {
    host: apiUrl.hostname,
    port: apiUrl.port || (protocol === 'http' ? 80 : 443),
    protocol,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 1,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(paced)
  })
}
