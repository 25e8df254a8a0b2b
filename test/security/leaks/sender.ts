import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { type CheckoutType, checkoutEvent } from '../../support/events.ts'
import { signatureOf } from '../../support/signature.ts'
import { BUYER, MARKS, SECRETS } from './marks.ts'
import type { Written } from './written.ts'

type Urls = Readonly<{ url: string; healthUrls: readonly string[] }>
type Delivery = Readonly<{ body: string; signature?: string; path?: string; method?: string }>

/** Sends deliveries with marks in all their parts. Keeps every signature that was sent and every reply that came. */
export function createSender({ url, healthUrls }: Urls) {
  const signatures: string[] = []
  const replies: Written[] = []
  const keep = async (place: string, response: Response) => {
    replies.push({ place, text: JSON.stringify([[...response.headers], await response.text()]) })
    return response.status
  }
  const post = async ({ body, signature, path = '/webhook', method = 'POST' }: Delivery) => {
    const target = new URL(`${path}?${MARKS['path of a request']}`, url)
    const headers = {
      cookie: MARKS['header of a request'],
      'user-agent': MARKS['header of a request'],
      'x-forwarded-for': MARKS['header of a request'],
      ...(signature !== undefined && { 'stripe-signature': signature })
    }
    return await keep('replies of the webhook', await fetch(target, { method, body, headers }))
  }
  const sign = (body: string, options: Readonly<{ secret?: string; t?: number }> = {}) => {
    const signature = signatureOf({ body, secret: SECRETS.current, ...options })
    signatures.push(signature.split('v1=')[1] ?? '')
    return signature
  }
  return {
    signatures,
    replies,
    post,
    sign,
    /** Signs as Stripe does. Gives the status. */
    deliver: (event: StripeEvent, secret: string = SECRETS.current) => {
      const body = JSON.stringify(event)
      return post({ body, signature: sign(body, { secret }) })
    },
    /** Asks both health ports for all that they have, and for something that they have not. */
    askForHealth: async () => {
      for (const origin of healthUrls) {
        for (const path of ['livez', 'readyz', 'metrics', MARKS['path of a request']]) {
          const response = await fetch(`${origin}/${path}`).catch(() => undefined)
          if (response !== undefined) await keep('replies of the health ports', response)
        }
      }
    }
  }
}

/** An event of an order with all that Stripe tells of a buyer. */
export function markedEvent(type: CheckoutType, order: string, more: object = {}): StripeEvent {
  const event = checkoutEvent(type, { order, payment: `pi_${order}` })
  const { object } = event.data
  const buyer = { name: BUYER.name, email: BUYER.email, phone: BUYER.phone, address: { line1: BUYER.street } }
  const marked = {
    ...object,
    metadata: { order_id: order, note: MARKS.metadata },
    customer_details: buyer,
    shipping_details: buyer,
    ...more
  }
  return { ...event, data: { object: marked } }
}
