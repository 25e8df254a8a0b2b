import { type Attempt, type Delivery, deliver, type Target } from '../deliver/deliver.ts'

/** Stripe lets the buyer wait so long for the shop's answer before it shows the success page (docs.stripe.com/checkout/fulfillment). */
const BUYER_WAITS_MS = 10_000
const RETRY_FOR_MS = 10 * 60_000

type Ports = Readonly<{
  target: Target
  onAttempt: (attempt: Attempt) => void
  onError: (error: Error) => void
}>

/** Sends what happened to the webhook, again and again until it is taken, while the buyer waits only for the first answer. */
export function createSendEvents({ target, onAttempt, onError }: Ports) {
  const stopped = new AbortController()

  return {
    send: (deliveries: readonly Delivery[]) =>
      new Promise<void>(resolve => {
        if (deliveries.length === 0) return resolve()
        const timer = setTimeout(resolve, BUYER_WAITS_MS)
        const options = {
          retryForMs: RETRY_FOR_MS,
          signal: stopped.signal,
          onAttempt: (attempt: Attempt) => {
            onAttempt(attempt)
            clearTimeout(timer)
            resolve()
          }
        }
        deliver(target, deliveries, options).catch((error: Error) => {
          clearTimeout(timer)
          resolve()
          if (!stopped.signal.aborted) onError(error)
        })
      }),
    stop: () => stopped.abort()
  }
}
