import type { Choice } from '../../lose/choice.ts'

/** What goes wrong, for tests: with the next requests to the API, or with events for as long as the fault stands. */
export type Fault = Choice &
  Readonly<{
    kind: RequestKind | StandingKind
    /** Only requests whose path begins so; all if not given. */
    path?: string
    /** How many requests; 1 if not given. */
    times?: number
    /** How late the answer to a `delay` is, or an event that is listed late. */
    delayMs?: number
    /** What a refusal says in `Retry-After`, in seconds. */
    retryAfter?: number
    /** What a refusal says in `Stripe-Should-Retry`. Stripe's library goes by it before anything else. */
    shouldRetry?: boolean
    /** How many new events come between two pages; 1 if not given. */
    count?: number
    /** Which version of the API an event is shown in. */
    version?: string
    /** How much later than ours the clock is that answers are dated by; earlier if it is negative. */
    shiftMs?: number
  }>

/** Each goes with one request. */
const REQUEST_KINDS = {
  /** The answer comes so late. */
  delay: true,
  /** These three are refusals, and nothing was done. */
  rate_limit: true,
  lock_timeout: true,
  server_error: true,
  /** A page of events is answered, and then new ones are there, which are not delivered. */
  shift_pages: true
} as const

/** Each stays until other faults take its place. A choice says which events; all if none is made. */
const STANDING_KINDS = {
  /** Never delivered by the twin, but listed. */
  lose: true,
  /** Neither delivered nor listed: only the objects tell what happened. */
  never_generate: true,
  /** Listed only so long after its time. */
  late_listing: true,
  /** The API shows it as another version of the API does. */
  other_version: true,
  /** Answers are dated by a clock that goes wrong. */
  clock: true
} as const

export type RequestKind = keyof typeof REQUEST_KINDS
export type StandingKind = keyof typeof STANDING_KINDS

/** All there are. */
export const FAULT_KINDS: readonly string[] = [...Object.keys(REQUEST_KINDS), ...Object.keys(STANDING_KINDS)]

const FIELDS: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  kind: value => FAULT_KINDS.some(kind => kind === value),
  path: value => typeof value === 'string' && value.startsWith('/v1/'),
  times: isCount,
  delayMs: isWholeUpTo(30 * 86_400_000),
  retryAfter: isCount,
  shouldRetry: value => typeof value === 'boolean',
  count: isWholeUpTo(1_000),
  version: isText,
  shiftMs: value => Number.isSafeInteger(value),
  ids: isTexts,
  types: isTexts,
  share: value => typeof value === 'number' && value >= 0 && value <= 1,
  seed: isText
}

function isWholeUpTo(most: number) {
  return (value: unknown): boolean =>
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most
}

function isCount(value: unknown): boolean {
  return isWholeUpTo(600_000)(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 100
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(text => typeof text === 'string')
}

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  Object.entries(value).every(
    ([name, given]) => Object.hasOwn(FIELDS, name) && FIELDS[name as keyof Fault](given)
  )
