import type { Fact } from '@paidonce/core/facts/fact'

/** Times are ms since the epoch, by the clock of the database. */
export type FoundFulfilment = Readonly<{ payment: string; paymentOf: string | null; at: number }>

export type FoundLetter = Readonly<{
  id: string
  payment: string
  kind: string
  status: string
  owed: number
  checked: number | null
}>

export type FoundAnnouncement = Readonly<{
  id: string
  kind: string
  about: string
  at: number
  done: number | null
}>

/** One order with everything that hangs on it, as one moment of the database shows it. */
export type FoundOrder = Readonly<{
  account: string
  id: string
  status: string
  paidTwice: readonly string[]
  refunded: number
  refundFailed: readonly string[]
  dispute: string | null
  fraud: readonly string[]
  mismatch: readonly string[]
  unsettled: boolean
  settledBy: number
  changed: number
  facts: readonly Fact[]
  fulfilments: readonly FoundFulfilment[]
  letters: readonly FoundLetter[]
  announcements: readonly FoundAnnouncement[]
}>

/** One row of the ledger. `told`: what stands in the facts of this event, as `payment kind`. */
export type FoundEvent = Readonly<{
  id: string
  received: number
  finished: number | null
  failed: number | null
  /** Somebody said that nobody will mend it. */
  discarded: boolean
  /** The event itself; null once it was erased by age. */
  payload: unknown
  told: readonly string[]
}>

/** What has no order that it could belong to, and payments that stand for two orders. */
export type Stray = Readonly<{ what: string; account: string; order: string; id: string }>

export type QueueKind = 'events' | 'letters' | 'announcements'

/** Jobs of all queues of one kind. Open ones are counted, and a few of them named. */
export type FoundQueue = Readonly<{
  kind: QueueKind
  open: number
  someOpen: readonly string[]
  failed: readonly string[]
  completed: readonly string[]
}>

/** What a sender got a 200 for. */
export type Accepted = Readonly<{ id: string; type: string }>
