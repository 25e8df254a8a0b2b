import type Stripe from 'stripe'

/** What money is about at Stripe, and in which order it is looked at: what pays before what comes of it. */
export const OBJECT_KINDS = ['sessions', 'intents', 'refunds', 'disputes'] as const

export type ObjectKind = (typeof OBJECT_KINDS)[number]

export type StripeObject = Readonly<Record<string, unknown>>

/** How a question to Stripe is asked: again, say, while there is no answer. */
export type AskStripe = <T>(question: () => Promise<T>) => Promise<T>

type Asked = Readonly<{
  kind: ObjectKind
  account: string
  /** Seconds of creation, both ends included. */
  since: number
  until: number
}>

const A_PAGE = 100

/** All objects of a kind and of these times, newest first, page after page; one page is in memory at a time. */
export async function* listObjects(
  stripe: Stripe,
  { kind, account, since, until }: Asked,
  ask: AskStripe
): AsyncGenerator<readonly StripeObject[]> {
  const as = account === '' ? {} : { stripeAccount: account }
  const list = LISTS[kind](stripe)
  // After an object, not by number: what comes in at the head meanwhile shifts nothing.
  for (let last: string | undefined, more = true; more; ) {
    const after = last === undefined ? {} : { starting_after: last }
    const params = { created: { gte: since, lte: until }, limit: A_PAGE, ...after }
    const { data, has_more } = await ask(() => list(params, as))
    yield data.map(object => ({ ...object }))
    last = data.at(-1)?.id
    more = has_more && last !== undefined
  }
}

type Params = Readonly<{ created: { gte: number; lte: number }; limit: number; starting_after?: string }>
type Page = Readonly<{ data: readonly Readonly<{ id: string }>[]; has_more: boolean }>
type List = (params: Params, as: Stripe.RequestOptions) => Promise<Page>

const LISTS: Readonly<Record<ObjectKind, (stripe: Stripe) => List>> = {
  sessions: stripe => (params, as) => stripe.checkout.sessions.list(params, as),
  intents: stripe => (params, as) => stripe.paymentIntents.list(params, as),
  refunds: stripe => (params, as) => stripe.refunds.list(params, as),
  disputes: stripe => (params, as) => stripe.disputes.list(params, as)
}
