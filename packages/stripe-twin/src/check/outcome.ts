/** What the ledger says of one order. */
export type Outcome = Readonly<{
  id: string
  status: string
  fulfilments: number
  /** How many payments somebody must refund. */
  paidTwice: number
  /** How much went back, in the units Stripe counts in. */
  refunded: number
  /** How many refunds failed. */
  refundsFailed: number
  dispute: string | null
  fraud: readonly string[]
  payments: readonly string[]
  /** By kind, how many letters are in which state. */
  letters: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Something was told about it that is not settled yet. */
  unsettled: boolean
}>

/** What the ledger says of a whole run. */
export type Outcomes = Readonly<{
  orders: ReadonlyMap<string, Outcome>
  /** Of the events asked for, those that the ledger does not know as finished. */
  unfinished: readonly string[]
}>

/** What the queues hold. Announcements that nobody consumes are not waited for. */
export type QueueCounts = Readonly<{ events: number; letters: number; failed: number }>

/** How many letters of all kinds are in this state. */
export const lettersIn = ({ letters }: Outcome, state: string): number =>
  Object.values(letters).reduce((sum, states) => sum + (states[state] ?? 0), 0)
