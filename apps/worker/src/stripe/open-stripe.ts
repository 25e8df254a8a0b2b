import { createClient } from '@paidonce/stripe-api/create-client'
import type Stripe from 'stripe'
import type { WorkerConfig } from '../config.ts'

/** Stripe's API; undefined without a key. */
export function openStripe(config: WorkerConfig): Stripe | undefined {
  const {
    STRIPE_SECRET_KEY: key,
    STRIPE_API_URL: apiUrl,
    STRIPE_REQUESTS_PER_SECOND: requestsPerSecond
  } = config
  return key === undefined ? undefined : createClient({ key, apiUrl: new URL(apiUrl), requestsPerSecond })
}
