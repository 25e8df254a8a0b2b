import { announcementsOf, type OwedAnnouncement } from './announcements.ts'
import { lettersOf, type OwedLetter } from './letters.ts'
import type { Marks } from './marks.ts'
import type { Order } from './order.ts'
import type { Fulfilment, Status } from './settle.ts'

/** What is owed for an order to people and to the shop's own code. */
export type Debts = Readonly<{ letters: readonly OwedLetter[]; announcements: readonly OwedAnnouncement[] }>

/** What was decided about an order, from which its debts follow. */
export type Decided = Readonly<{ status: Status; fulfilment: Fulfilment | undefined; marks: Marks }>

export const debtsOf = (order: Order, decided: Decided): Debts => ({
  letters: lettersOf(order),
  announcements: announcementsOf(order, decided)
})
