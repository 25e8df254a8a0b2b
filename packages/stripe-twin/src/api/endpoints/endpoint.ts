import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { API_VERSION } from '../../stripe/api-version.ts'

/** Where a shop told Stripe to deliver what: as tests say it. */
export type EndpointWish = Readonly<{
  url: string
  /** All if not given. */
  enabled_events?: readonly string[]
  /** null: the account's own. The twin's own if not given. */
  api_version?: string | null
  status?: 'enabled' | 'disabled'
  livemode?: boolean
}>

const FIELDS: Readonly<Record<keyof EndpointWish, (value: unknown) => boolean>> = {
  url: value => typeof value === 'string' && URL.canParse(value),
  enabled_events: value => Array.isArray(value) && value.every(type => typeof type === 'string'),
  api_version: value => value === null || typeof value === 'string',
  status: value => value === 'enabled' || value === 'disabled',
  livemode: value => typeof value === 'boolean'
}

export const isEndpointWish = (value: unknown): value is EndpointWish =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  Object.entries(value).every(
    ([name, given]) => Object.hasOwn(FIELDS, name) && FIELDS[name as keyof EndpointWish](given)
  )

/** As the API shows it. The one with this number of the list has the same id as long as its address stays. */
export const makeEndpoint = (
  {
    url,
    enabled_events = ['*'],
    api_version = API_VERSION,
    status = 'enabled',
    livemode = false
  }: EndpointWish,
  { number, created }: Readonly<{ number: number; created: number }>
): Stripe.WebhookEndpoint => ({
  id: `we_1${createHash('sha256').update(`${number}/${url}`).digest('hex').slice(0, 23)}`,
  object: 'webhook_endpoint',
  api_version,
  application: null,
  created,
  description: null,
  enabled_events: [...enabled_events],
  livemode,
  metadata: {},
  status,
  url
})
