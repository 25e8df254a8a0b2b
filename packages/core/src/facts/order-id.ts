import { idOf, partsOf, textOf } from './fields.ts'
import type { OrderIdPlace } from './reading.ts'

type Named = Readonly<Record<string, unknown>>

/** The order that a Checkout Session names: the first of the places that holds anything. */
export function orderIdOf(session: Named, places: readonly OrderIdPlace[]): string | null {
  for (const place of places) {
    const id = lookAt(session, place)
    if (id !== null) return id
  }
  return null
}

/** The order that any other object of Stripe's names: only its metadata can. */
export const orderIdInMetadata = (object: Named, places: readonly OrderIdPlace[]): string | null =>
  orderIdOf(
    object,
    places.filter(place => place.startsWith('metadata.'))
  )

function lookAt(session: Named, place: OrderIdPlace): string | null {
  if (place === 'session') return idOf(session.id)
  if (place === 'client_reference_id') return textOf(session.client_reference_id)
  return textOf(partsOf(session.metadata)[place.slice('metadata.'.length)])
}
