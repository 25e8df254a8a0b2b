import Stripe from 'stripe'

/** Stripe, or what stands in for it at `apiUrl`. */
export function connectStripe(secretKey: string, apiUrl: URL | undefined): Stripe {
  if (apiUrl === undefined) return new Stripe(secretKey, { timeout: 20_000 })
  return new Stripe(secretKey, {
    protocol: apiUrl.protocol === 'https:' ? 'https' : 'http',
    host: apiUrl.hostname,
    port: apiUrl.port,
    telemetry: false,
    timeout: 20_000
  })
}
