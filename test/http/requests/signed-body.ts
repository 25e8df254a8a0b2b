import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { signatureOf } from '../../support/signature.ts'
import { delivery, lengthLine, type Row, raw, textOf } from '../request.ts'

/** A delivery of what is made of the event's text, signed as it is sent. */
export const of =
  (make: (text: string, event: StripeEvent) => string | Buffer, ...lines: readonly string[]): Row['parts'] =>
  event => [delivery(make(textOf(event), event), lines)]

/** The same, but signed as Stripe's library reads it: with whatever is no UTF-8 replaced. */
export const mended =
  (make: (text: string) => Buffer): Row['parts'] =>
  event => {
    const body = make(textOf(event))
    const signature = signatureOf({ body: new TextDecoder().decode(body) })
    return [raw({ lines: ['host: i', `stripe-signature: ${signature}`, lengthLine(body)], body })]
  }
