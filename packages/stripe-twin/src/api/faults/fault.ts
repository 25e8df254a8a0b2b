/** What goes wrong with the next requests to the API, for tests. */
export type Fault = Readonly<{
  /** delay: the answer comes so late. The others: it is a refusal, and nothing was done. */
  kind: 'delay' | 'rate_limit' | 'lock_timeout' | 'server_error'
  /** Only requests whose path begins so; all if not given. */
  path?: string
  /** How many requests; 1 if not given. */
  times?: number
  /** How late the answer to a `delay` is. */
  delayMs?: number
  /** What a refusal says in `Retry-After`, in seconds. */
  retryAfter?: number
  /** What a refusal says in `Stripe-Should-Retry`. Stripe's library goes by it before anything else. */
  shouldRetry?: boolean
}>

const KINDS: readonly unknown[] = [
  'delay',
  'rate_limit',
  'lock_timeout',
  'server_error'
] satisfies Fault['kind'][]

const FIELDS: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  kind: value => KINDS.includes(value),
  path: value => typeof value === 'string' && value.startsWith('/v1/'),
  times: isCount,
  delayMs: isCount,
  retryAfter: isCount,
  shouldRetry: value => typeof value === 'boolean'
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 600_000
}

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  Object.entries(value).every(
    ([name, given]) => Object.hasOwn(FIELDS, name) && FIELDS[name as keyof Fault](given)
  )
