import { formatMoney } from '@paidonce/shared/money'
import type { FoundOrder } from '../../operations/finding/find-orders.ts'
import type { FoundProps } from '../finding/find-pages.ts'
import { SearchForm } from '../finding/search-form.tsx'
import { SINCE } from '../finding/since.ts'
import { TurnPages } from '../finding/turn-pages.tsx'
import { State } from '../parts/badge.tsx'
import { Choose, type Option } from '../parts/choose.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed } from '../who/who.ts'
import type { OrdersQuery } from './find-orders.tsx'
import { MarkBadges } from './mark-badges.tsx'
import { orderUrl } from './order-url.ts'

const URL = '/orders'

const STATUSES: readonly Option[] = [
  ['pending', 'pending'],
  ['awaiting_payment', 'awaiting payment'],
  ['fulfilled', 'fulfilled'],
  ['payment_failed', 'payment failed'],
  ['expired', 'expired'],
  ['review', 'review']
]

const MARKS: readonly Option[] = [
  ['any', 'whatever wants a person'],
  ['dispute_open', 'dispute to answer'],
  ['fraud_open', 'fraud to look at'],
  ['paid_twice_open', 'paid twice, open'],
  ['refund_failed_open', 'refund failed lately'],
  ['paid_twice', 'paid twice'],
  ['refunded', 'refunded'],
  ['refund_failed', 'refund failed'],
  ['dispute', 'dispute'],
  ['fraud', 'fraud'],
  ['mismatch', 'mismatch']
]

/** Orders, the last changed first. */
export const OrdersPage = ({ query, page, who, isByForm }: FoundProps<OrdersQuery, FoundOrder>) => (
  <Layout title="Orders" who={who} section={URL} isLive={!isByForm && query.after === undefined}>
    <SearchForm url={URL} who={who} text={query.text}>
      <Choose label="Status" name="status" options={STATUSES} value={query.status} any="any" />
      <Choose label="Mark" name="mark" options={MARKS} value={query.mark} any="with or without" />
      <Choose label="Changed in" name="since" options={SINCE} value={query.since} any="all time" />
      {query.account !== undefined && <input type="hidden" name="account" value={query.account} />}
    </SearchForm>
    <Table
      id="found"
      columns={isAllowed('operator', who) ? [...COLUMNS, BUYER, CHANGED] : [...COLUMNS, CHANGED]}
      rows={page.rows}
      empty="There is no such order."
    />
    <TurnPages url={URL} query={query} next={page.next} who={who} isByForm={isByForm} />
  </Layout>
)

const COLUMNS: readonly Column<FoundOrder>[] = [
  {
    name: 'Order',
    cell: ({ account, id }) => (
      <>
        <a href={orderUrl({ account, order: id })}>{id}</a>
        {account !== '' && <small> {account}</small>}
      </>
    )
  },
  {
    name: 'Status',
    cell: ({ status, unsettled }) => (
      <>
        <State of={status} /> {unsettled && <small>being settled</small>}
      </>
    )
  },
  { name: 'Marks', cell: ({ marks }) => <MarkBadges marks={marks} /> },
  { name: 'Amount', cell: ({ money }) => money && formatMoney(money, 'en'), isNumber: true }
]

const BUYER: Column<FoundOrder> = { name: 'Buyer', cell: ({ email }) => email }
const CHANGED: Column<FoundOrder> = { name: 'Changed', cell: ({ changed }) => <When at={changed} /> }
