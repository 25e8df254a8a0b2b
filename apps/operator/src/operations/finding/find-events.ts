import {
  type EventFilter,
  type EventRow,
  type EventState,
  findEvents as find
} from '@paidonce/ledger/finding/find-events'
import type { Page, PageWish } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import { foundPage, timeOf, timeOrNull } from './found-page.ts'

export type FoundEvent = Readonly<{
  account: string
  id: string
  type: string
  state: EventState
  session: string | null
  payment: string | null
  order: string | null
  /** A customer's: not for everybody. */
  email: string | null
  received: string
  how: string
  finished: string | null
  failed: string | null
  attempts: number
  /** Of its last try, if that came to nothing. */
  error: Readonly<{ code: string; text: string }> | null
  codeVersion: string
}>

/** Events, the newest first. Throws BadCursor and LedgerError. */
export const findEvents = async (
  ledger: Ledger,
  filter: EventFilter,
  page: PageWish = {}
): Promise<Page<FoundEvent>> => foundPage(await find(ledger, filter, page), tellEvent)

export const tellEvent = ({
  place,
  errorCode,
  errorText,
  received,
  finished,
  failed,
  ...row
}: EventRow): FoundEvent => ({
  ...row,
  received: timeOf(received),
  finished: timeOrNull(finished),
  failed: timeOrNull(failed),
  error: errorCode === null ? null : { code: errorCode, text: errorText ?? '' }
})
