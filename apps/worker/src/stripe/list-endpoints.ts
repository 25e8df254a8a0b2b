import type { Endpoint } from '@paidonce/core/completeness/likely-cause'
import type Stripe from 'stripe'

const A_PAGE = 100

/** The webhook endpoints at Stripe; undefined where the key may not ask for them, or Stripe does not say. */
export async function listEndpoints(stripe: Stripe): Promise<readonly Endpoint[] | undefined> {
  try {
    const { data } = await stripe.webhookEndpoints.list({ limit: A_PAGE })
    return data.map(({ status, enabled_events }) => ({ status, enabled_events }))
  } catch {
    return undefined
  }
}
