import { STATUSES } from '@paidonce/core/orders/settle'
import { ORDER_MARKS } from '@paidonce/ledger/finding/order-marks'
import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findOrders } from '../../operations/finding/find-orders.ts'
import { filtersOf } from '../../operations/finding/search.ts'
import { ANY_LIST, optional, timesOf } from '../finding/fields.ts'
import { findPages } from '../finding/find-pages.ts'
import { orderUrl } from './order-url.ts'
import { OrdersPage } from './orders-page.tsx'

const Query = z.object({
  ...ANY_LIST,
  status: optional(z.enum(STATUSES)),
  mark: optional(z.enum(ORDER_MARKS))
})

export type OrdersQuery = z.output<typeof Query>

export const findOrderPages = (app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void =>
  findPages(app, {
    url: '/orders',
    shape: Query,
    find: ({ account, status, mark, ...times }, sought, wish) =>
      findOrders(
        ledger,
        { account, status, mark, ...timesOf(times), ...(sought && filtersOf(sought).orders) },
        wish
      ),
    urlOf: ({ account, id }) => orderUrl({ account, order: id }),
    show: props => <OrdersPage {...props} />
  })
