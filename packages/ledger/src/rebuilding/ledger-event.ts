/** An event of the ledger that can be read again. */
export type LedgerEvent = Readonly<{
  account: string
  id: string
  type: string
  received: Date
  how: string
  attempts: number
  session: string | null
  payment: string | null
  order: string | null
  email: string | null
  /** JSON, as it came. */
  payload: string
}>

/** Its columns, of a row named `events`. */
export const LEDGER_EVENT = `
  events.account, events.id, events.type, events.received, events.how, events.attempts, events.session_id as session,
  events.payment_id as payment, events.order_id as "order", events.email, events.payload::text as payload`

/** Finished, and with a payload. One that a person was erased from has none that counts: its facts stay as they are. */
export const CAN_BE_READ =
  'events.finished is not null and events.payload is not null and events.erased is null'
