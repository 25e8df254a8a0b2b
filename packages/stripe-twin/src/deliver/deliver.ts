import { setTimeout as sleep } from 'node:timers/promises'
import { signDelivery } from '../stripe/sign-delivery.ts'
import { createSlots } from './create-slots.ts'
import { type Answer, openPost } from './post.ts'
import { redeliveryDelayMs } from './redelivery-delay.ts'

/** Where deliveries go, and the endpoint's secret that they are signed with. */
export type Target = Readonly<{ url: string; secret: string }>

/** Whatever else an event holds is only carried. */
export type SentEvent = Readonly<{ id: string; type: string }>

/**
 * An event to be sent, and when, counted from the start; at once if not said. One event may be in several deliveries. `body` is what
 * is sent for it, byte for byte; the event as Stripe writes one if not given.
 */
export type Delivery = Readonly<{ event: SentEvent; body?: string; atMs?: number }>

/** One request and its answer. `againInMs`: when the next one follows, null if none does. */
export type Attempt = Readonly<{
  event: SentEvent
  /** Counts from 1. */
  number: number
  answer: Answer
  tookMs: number
  accepted: boolean
  againInMs: number | null
}>

export type DeliverOptions = Readonly<{
  /** Requests at a time. */
  concurrency?: number
  /** How long a request may wait for its answer. */
  timeoutMs?: number
  /** How long after its first attempt a delivery is tried again. */
  retryForMs?: number
  /** The wait after attempt 1, 2, …. */
  delayMs?: (attempt: number) => number
  /** The clock that signatures and deadlines go by, in milliseconds. */
  now?: () => number
  onAttempt?: (attempt: Attempt) => void
  /** Ends everything: `deliver` rejects with the signal's reason. */
  signal?: AbortSignal
}>

/** What became of one delivery. */
export type Delivered = Readonly<{ event: SentEvent; accepted: boolean; attempts: number; answer: Answer }>

export type DeliveryReport = Readonly<{
  /** In the order of the deliveries given. */
  delivered: readonly Delivered[]
  /** Ids of the events that got a 2xx at least once: the receiver may lose none of them. */
  acceptedIds: ReadonlySet<string>
  /** Requests made. */
  attempts: number
}>

const DEFAULTS = {
  concurrency: 20,
  timeoutMs: 10_000,
  retryForMs: 60_000,
  delayMs: redeliveryDelayMs,
  now: Date.now,
  onAttempt: () => undefined
} as const satisfies DeliverOptions

type Settings = Readonly<Required<Omit<DeliverOptions, 'signal'>> & Pick<DeliverOptions, 'signal'>>
type Send = (delivery: Delivery) => Promise<Readonly<{ answer: Answer; tookMs: number }>>

/**
 * Sends every delivery as Stripe would: signed, and on anything but a 2xx, or no answer, again with a fresh signature until one
 * is taken or `retryForMs` is over. Deliveries that are due leave in the order given. Rejects only when aborted.
 */
export async function deliver(
  target: Target,
  deliveries: readonly Delivery[],
  options: DeliverOptions = {}
): Promise<DeliveryReport> {
  const settings: Settings = { ...DEFAULTS, ...options }
  const { post, close } = openPost({ url: target.url, timeoutMs: settings.timeoutMs })
  const inSlot = createSlots(settings.concurrency)
  const send: Send = ({ event, body = asStripeWrites(event) }) =>
    inSlot(async () => {
      settings.signal?.throwIfAborted()
      const begun = performance.now()
      const signature = signDelivery({ body, secret: target.secret, nowMs: settings.now() })
      const answer = await post({ body, signature })
      return { answer, tookMs: performance.now() - begun }
    })

  try {
    const delivered = await Promise.all(deliveries.map(delivery => deliverOne(delivery, send, settings)))
    return summarize(delivered)
  } finally {
    close()
  }
}

async function deliverOne(delivery: Delivery, send: Send, settings: Settings): Promise<Delivered> {
  const { event, atMs = 0 } = delivery
  const { retryForMs, delayMs, now, onAttempt, signal } = settings
  const wait = async (ms: number) => void (await sleep(ms, undefined, signal && { signal }))
  // Not even a timer for those due now: it would let others overtake.
  if (atMs > 0) await wait(atMs)

  const end = now() + retryForMs
  for (let number = 1; ; number++) {
    const { answer, tookMs } = await send(delivery)
    const accepted = answer.status !== null && answer.status >= 200 && answer.status < 300
    const againInMs = accepted || now() + delayMs(number) > end ? null : delayMs(number)
    onAttempt({ event, number, answer, tookMs, accepted, againInMs })
    if (againInMs === null) return { event, accepted, attempts: number, answer }
    await wait(againInMs)
  }
}

/** Indented by two. */
const asStripeWrites = (event: SentEvent) => JSON.stringify(event, null, 2)

const summarize = (delivered: readonly Delivered[]): DeliveryReport => ({
  delivered,
  acceptedIds: new Set(delivered.filter(({ accepted }) => accepted).map(({ event }) => event.id)),
  attempts: delivered.reduce((sum, { attempts }) => sum + attempts, 0)
})
