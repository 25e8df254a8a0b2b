import type { TwinObject } from './twin-event.ts'

/** The payment that an event is about: the payment intent, or a session that has none. null where no money is asked for. */
export function paymentOf(object: TwinObject): string | null {
  switch (object.object) {
    case 'payment_intent':
      return object.id
    case 'checkout.session':
      return object.mode === 'setup' ? null : (idOf(object.payment_intent) ?? object.id)
    default:
      return idOf(object.payment_intent)
  }
}

const idOf = (named: Readonly<{ id: string }> | string | null | undefined): string | null =>
  typeof named === 'string' ? named : (named?.id ?? null)
