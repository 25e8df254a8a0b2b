import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { behind, gatherValues, given, type Put, type Times, whereAll, withinTimes } from './conditions.ts'
import { ofEachStatus } from './of-each-status.ts'
import { type OrderIds, orderKeys } from './order-keys.ts'
import { isMarked, type OrderMark } from './order-marks.ts'
import { ORDER_COLUMNS, type OrderFoundRow, withMoney } from './order-row.ts'
import { type Page, type PageWish, readPage, type Stretch } from './page.ts'

/** Which orders; what is absent does not matter. Times are those of the last change. */
export type OrderFilter = OrderIds &
  Times &
  Readonly<{
    account?: string | undefined
    status?: string | undefined
    mark?: OrderMark | undefined
  }>

/** Orders, the last changed first. One that changes meanwhile moves to the front. Throws BadCursor and LedgerError. */
export const findOrders = (
  ledger: Ledger,
  filter: OrderFilter,
  page: PageWish
): Promise<Page<OrderFoundRow>> =>
  readPage(
    ledger,
    'orders',
    page,
    stretch => ordersFound(filter, stretch),
    ({ place, account, id }) => ({ at: place, ids: [account, id] })
  )

export function ordersFound(filter: OrderFilter, { limit, place }: Stretch): Statement<OrderFoundRow> {
  const { values, put } = gatherValues()
  const keys = orderKeys(filter, put)
  const conditions = [
    ...otherConditions(filter, put),
    ...behind(place, 'changed', put, ([account, id]) => `(account, id) > (${put(account)}, ${put(id)})`)
  ]
  const most = put(limit)
  const page = pageOf(filter, keys, conditions, most)
  return {
    name: 'find-orders',
    text: `
      ${withMoney(page)} order by changed desc, account, id`,
    values
  }
}

const SORTED = 'order by changed desc, account, id limit'

function pageOf(
  { account, status, mark }: OrderFilter,
  keys: readonly string[],
  conditions: readonly string[],
  most: string
): string {
  const all = `from orders ${whereAll(conditions)} ${SORTED} ${most}`
  if (keys.length > 0)
    return `
      select its.* from (select distinct * from (${keys.map(query => `(${query})`).join(' intersect ')}) as found) as keys
      cross join lateral (
        select ${ORDER_COLUMNS} from orders
        ${whereAll(['account = keys.account', 'id = keys.order_id', ...conditions])} limit 1
      ) as its ${SORTED} ${most}`
  // Each of these has an index that is sorted by the time of change; what is left is merged from the index on the status.
  if (status !== undefined || mark !== undefined || (account !== undefined && account !== ''))
    return `select ${ORDER_COLUMNS} ${all}`
  return `${ofEachStatus('orders', `select ${ORDER_COLUMNS}`, conditions, `${SORTED} ${most}`)} ${SORTED} ${most}`
}

const otherConditions = ({ account, status, mark, ...times }: OrderFilter, put: Put): string[] => [
  ...given(account, value => (value === '' ? `account = ''` : `account = ${put(value)} and account <> ''`)),
  ...given(status, value => `status = ${put(value)}`),
  ...given(mark, isMarked),
  ...withinTimes('changed', times, put)
]
