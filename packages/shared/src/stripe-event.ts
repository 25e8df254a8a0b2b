/** The parts of Stripe's event that every API version has and that we build on. The object inside is read by `core/facts`. */
export type StripeEvent = Readonly<{
  id: string
  object: 'event'
  type: string
  /** Seconds since the epoch; whole in today's API, not relied upon. */
  created: number
  livemode: boolean
  /** The connected account, absent for one's own. */
  account?: string
  data: Readonly<{ object: Readonly<Record<string, unknown>> }>
}>

/** Deeper than any Stripe object by far, and shallow enough for every parser that the event meets on its way. */
const MAX_DEPTH = 100

const EVENT_ID = /^evt_[A-Za-z0-9_]{1,200}$/
const EVENT_TYPE = /^[a-z0-9_.]{1,200}$/
const ACCOUNT_ID = /^acct_[A-Za-z0-9_]{1,200}$/

/** True if `value` can be carried through queue and ledger as an event: the shape above, and not nested beyond reason. */
export function isStripeEvent(value: unknown): value is StripeEvent {
  return (
    isObject(value) &&
    value.object === 'event' &&
    matches(EVENT_ID, value.id) &&
    matches(EVENT_TYPE, value.type) &&
    Number.isFinite(value.created) &&
    typeof value.livemode === 'boolean' &&
    (value.account === undefined || value.account === null || matches(ACCOUNT_ID, value.account)) &&
    isObject(value.data) &&
    isObject(value.data.object) &&
    isWithinDepth(value, MAX_DEPTH)
  )
}

export const isEventType = (text: string): boolean => EVENT_TYPE.test(text)

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const matches = (pattern: RegExp, value: unknown) => typeof value === 'string' && pattern.test(value)

/** Whether arrays and objects lie at most so deep in one another. Looks no deeper. */
export function isWithinDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  return Object.values(value).every(inner => isWithinDepth(inner, depth - 1))
}
