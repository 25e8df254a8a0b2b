import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { LETTER_STATUSES } from '@paidonce/ledger/finding/find-letters'
import type { LetterFailures } from '@paidonce/ledger/finding/group-failures'
import type { FoundLetter } from '../../operations/finding/find-letters.ts'
import type { FoundProps } from '../finding/find-pages.ts'
import { SearchForm } from '../finding/search-form.tsx'
import { SINCE } from '../finding/since.ts'
import { TurnPages } from '../finding/turn-pages.tsx'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import { Choose, type Option } from '../parts/choose.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed } from '../who/who.ts'
import type { LettersQuery } from './find-letters.tsx'
import { letterUrl } from './letter-url.ts'
import { Troubles } from './troubles.tsx'

const URL = '/letters'

const asOption = (value: string): Option => [value, value.replaceAll('_', ' ')]

/** What comes with a page of letters: all that could not be sent, by cause. */
export type Trouble = Readonly<{ groups: readonly LetterFailures[] }>

type Props = FoundProps<LettersQuery, FoundLetter, Trouble>

/** Letters, the newest first, and above them those that could not be sent, by cause. */
export const LettersPage = ({ query, page, who, isByForm }: Props) => (
  <Layout title="Letters" who={who} section={URL} isLive={!isByForm && query.after === undefined}>
    <SearchForm url={URL} who={who} text={query.text}>
      <Choose
        label="State"
        name="status"
        options={LETTER_STATUSES.map(asOption)}
        value={query.status}
        any="any"
      />
      <Choose label="Kind" name="kind" options={LETTER_KINDS.map(asOption)} value={query.kind} any="any" />
      <Choose
        label="Tries"
        name="failing"
        options={[['yes', 'failing']]}
        value={query.failing}
        any="whichever"
      />
      <Choose label="Owed in" name="since" options={SINCE} value={query.since} any="all time" />
      {query.account !== undefined && <input type="hidden" name="account" value={query.account} />}
    </SearchForm>
    <Troubles groups={page.groups.filter(group => isAskedFor(query, group))} who={who} />
    <Table
      id="found"
      columns={isAllowed('operator', who) ? [...COLUMNS, TO, OWED] : [...COLUMNS, OWED]}
      rows={page.rows}
      empty="There is no such letter."
    />
    <TurnPages url={URL} query={query} next={page.next} who={who} isByForm={isByForm} />
  </Layout>
)

const isAskedFor = ({ kind, status }: LettersQuery, group: LetterFailures) =>
  (kind ?? group.kind) === group.kind && (status ?? group.status) === group.status

const COLUMNS: readonly Column<FoundLetter>[] = [
  { name: 'Letter', cell: ({ id, kind }) => <a href={letterUrl(id)}>{kind.replaceAll('_', ' ')}</a> },
  {
    name: 'State',
    cell: ({ status, reason }) => (
      <>
        {status === 'owed' && reason !== null ? <State of="failing" /> : <State of={status} />}
        {reason !== null && <small> {reason}</small>}
      </>
    )
  },
  {
    name: 'Order',
    cell: ({ account, order }) => (
      <>
        <a href={orderUrl({ account, order })}>{order}</a>
        {account !== '' && <small> {account}</small>}
      </>
    )
  },
  { name: 'Tries', cell: ({ attempts }) => String(attempts), isNumber: true }
]

const TO: Column<FoundLetter> = {
  name: 'To',
  cell: ({ recipient }) => recipient ?? <span class="none">not tried yet</span>
}
const OWED: Column<FoundLetter> = { name: 'Owed', cell: ({ owed }) => <When at={owed} /> }
