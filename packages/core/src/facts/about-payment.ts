import type { Told } from './fact.ts'
import type { Reading } from './reading.ts'

/** What an event's object names. Without a payment there is nothing that a fact could be about. */
type Named = Readonly<{
  payment: string | null
  session?: string | null
  order?: string | null
  email?: string | null
}>

/** The reading of an event about one payment. */
export const aboutPayment = (
  { payment, session = null, order = null, email = null }: Named,
  told: readonly Told[]
): Reading => ({
  session,
  payment,
  order,
  email,
  facts: payment === null ? [] : told.map(fact => ({ ...fact, payment, order }))
})
