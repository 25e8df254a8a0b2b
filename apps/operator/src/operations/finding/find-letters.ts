import {
  findLetters as find,
  type LetterFilter,
  type LetterRow,
  type LetterStatus
} from '@paidonce/ledger/finding/find-letters'
import type { Page, PageWish } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import { foundPage, timeOf, timeOrNull } from './found-page.ts'

export type FoundLetter = Readonly<{
  id: string
  account: string
  order: string
  payment: string
  kind: string
  status: LetterStatus
  /** A customer's: not for everybody. */
  recipient: string | null
  locale: string | null
  reason: string | null
  attempts: number
  owed: string
  notBefore: string | null
  done: string | null
}>

/** Letters, the newest first. Throws BadCursor and LedgerError. */
export const findLetters = async (
  ledger: Ledger,
  filter: LetterFilter,
  page: PageWish = {}
): Promise<Page<FoundLetter>> => foundPage(await find(ledger, filter, page), tellLetter)

const tellLetter = ({ place, owed, notBefore, done, ...row }: LetterRow): FoundLetter => ({
  ...row,
  owed: timeOf(owed),
  notBefore: timeOrNull(notBefore),
  done: timeOrNull(done)
})
