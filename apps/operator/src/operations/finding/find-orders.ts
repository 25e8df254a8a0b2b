import { findOrders as find, type OrderFilter } from '@paidonce/ledger/finding/find-orders'
import type { OrderFoundRow } from '@paidonce/ledger/finding/order-row'
import type { Page, PageWish } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Money } from '@paidonce/shared/money'
import { foundPage, timeOf } from './found-page.ts'
import { moneyOf } from './money-of.ts'

export type FoundOrder = Readonly<{
  account: string
  id: string
  status: string
  /** What was paid, else what is due. */
  money: Money | null
  /** A customer's: not for everybody. */
  email: string | null
  marks: Readonly<{
    paidTwice: readonly string[]
    /** Minor units of the order's currency. */
    refunded: number
    refundFailed: readonly string[]
    dispute: string | null
    fraud: readonly string[]
    mismatch: readonly string[]
  }>
  fulfilledBy: string | null
  created: string
  changed: string
  /** About to be settled again. */
  unsettled: boolean
}>

/** Orders, the last changed first. Throws BadCursor and LedgerError. */
export const findOrders = async (
  ledger: Ledger,
  filter: OrderFilter,
  page: PageWish = {}
): Promise<Page<FoundOrder>> => foundPage(await find(ledger, filter, page), tellOrder)

function tellOrder(row: OrderFoundRow): FoundOrder {
  const { account, id, status, told, fulfilledBy, unsettled } = row
  const { paidTwice, refunded, refundFailed, dispute, fraud, mismatch } = row
  return {
    account,
    id,
    status,
    money: moneyOf(told ?? {}),
    email: typeof told?.email === 'string' ? told.email : null,
    marks: { paidTwice, refunded, refundFailed, dispute, fraud, mismatch },
    fulfilledBy,
    created: timeOf(row.created),
    changed: timeOf(row.changed),
    unsettled
  }
}
