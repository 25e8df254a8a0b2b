import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { accountsIn } from './accounts-in.ts'
import { behind, gatherValues, given, type Put, type Times, whereAll, withinTimes } from './conditions.ts'
import { placeTime } from './cursor.ts'
import { ofEachStatus } from './of-each-status.ts'
import { type Page, type PageWish, readPage, type Stretch } from './page.ts'

export const LETTER_STATUSES = ['owed', 'sent', 'withdrawn', 'given_up'] as const
export type LetterStatus = (typeof LETTER_STATUSES)[number]

/** Which letters; what is absent does not matter. Times are those when they came to be owed. */
export type LetterFilter = Times &
  Readonly<{
    letter?: string | undefined
    order?: string | undefined
    payment?: string | undefined
    recipient?: string | undefined
    account?: string | undefined
    kind?: string | undefined
    status?: LetterStatus | undefined
    /** Owed, and a try to send it came to nothing. */
    failing?: boolean | undefined
  }>

export type LetterRow = Readonly<{
  id: string
  account: string
  order: string
  payment: string
  kind: string
  status: LetterStatus
  recipient: string | null
  locale: string | null
  reason: string | null
  attempts: number
  owed: Date
  notBefore: Date | null
  done: Date | null
  /** Its place in the list. */
  place: string
}>

/** Letters, the newest first. Throws BadCursor and LedgerError. */
export const findLetters = (ledger: Ledger, filter: LetterFilter, page: PageWish): Promise<Page<LetterRow>> =>
  readPage(
    ledger,
    'letters',
    page,
    stretch => lettersFound(filter, stretch),
    ({ place, id }) => ({ at: place, ids: [id] })
  )

const SORTED = 'order by owed desc, id desc limit'

export function lettersFound(filter: LetterFilter, { limit, place }: Stretch): Statement<LetterRow> {
  const { values, put } = gatherValues()
  const ids = idConditions(filter, put)
  const conditions = [
    ...ids,
    ...otherConditions(filter, put),
    ...behind(place, 'owed', put, ([id]) => `id < ${put(id)}::bigint`)
  ]
  const where = whereAll(conditions)
  const sorted = `${SORTED} ${put(limit)}`
  const isSortedByIndex = filter.status ?? filter.kind ?? (filter.failing || filter.account)
  const text =
    ids.length > 0
      ? `select ${COLUMNS} from (select * from letters ${where} offset 0) as letters ${sorted}`
      : isSortedByIndex
        ? `select ${COLUMNS} from letters ${where} ${sorted}`
        : `${ofEachStatus('letters', `select ${COLUMNS}`, conditions, sorted)} ${sorted}`
  return { name: 'find-letters', text, values }
}

const COLUMNS = `
  id, account, order_id as "order", payment_id as payment, kind, status, recipient, locale, reason, attempts, owed,
  not_before as "notBefore", done, ${placeTime('owed')} as place`

const idConditions = (filter: LetterFilter, put: Put): string[] => [
  ...given(filter.letter, id => (/^\d{1,18}$/.test(id) ? `id = ${put(id)}::bigint` : 'false')),
  ...given(filter.order, id => `account = ${ofAccount(filter.account, put)} and order_id = ${put(id)}`),
  ...given(filter.payment, id => `account = ${ofAccount(filter.account, put)} and payment_id = ${put(id)}`),
  ...given(filter.recipient, address => `lower(recipient) = lower(${put(address)})`)
]

const ofAccount = (account: string | undefined, put: Put) =>
  account === undefined ? accountsIn('letters') : put(account)

const otherConditions = ({ account, kind, status, failing, ...times }: LetterFilter, put: Put): string[] => [
  ...given(account, value => (value === '' ? `account = ''` : `account = ${put(value)} and account <> ''`)),
  ...given(kind, value => `kind = ${put(value)}`),
  ...given(status, value => `status = ${put(value)}`),
  ...(failing ? [`status = 'owed' and reason is not null`] : []),
  ...withinTimes('owed', times, put)
]
