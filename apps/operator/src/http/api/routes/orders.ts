import { STATUSES } from '@paidonce/core/orders/settle'
import { ORDER_MARKS } from '@paidonce/ledger/finding/order-marks'
import { z } from 'zod'
import { findOrders } from '../../../operations/finding/find-orders.ts'
import { lookAtOrder } from '../../../operations/finding/look-at-order.ts'
import { lookAtUnknownOrder } from '../../../operations/finding/unknown-order.ts'
import { approve } from '../../orders/approve.ts'
import { reason } from '../../reason.ts'
import { Refusal } from '../../who/refusal.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Order, WholeOrder } from '../shapes/order.ts'
import { Account, pageOf } from '../shapes/shared.ts'
import { filterAndPage, idsWish, listWish } from '../shapes/wishes.ts'

const { id, word, ...list } = listWish
const Wish = z.strictObject({
  ...idsWish,
  ...list,
  status: z.enum(STATUSES).optional(),
  mark: z.enum(ORDER_MARKS).optional()
})
const Which = z.object({ id: z.string().min(1).max(500) })
const Approval = z.strictObject({
  why: reason(500),
  seen: z.iso
    .datetime()
    .optional()
    .describe('`changed` of the order that was looked at: if it has changed since, nothing is done')
})

export function orderRoutes(api: Api, { ledger }: ApiPorts): void {
  api.get(
    '/orders',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Orders'],
        summary: 'Find orders, the last changed first',
        querystring: Wish,
        response: { 200: pageOf(Order) }
      }
    },
    async ({ query }) => {
      const { filter, page } = filterAndPage(query)
      return await findOrders(ledger, filter, page)
    }
  )

  api.get(
    '/orders/:id',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Orders'],
        summary: 'One order: how it stands, and all that happened',
        params: Which,
        querystring: Account,
        response: { 200: WholeOrder }
      }
    },
    async ({ params, query }) => {
      const which = { order: params.id, account: query.account }
      const known = await lookAtOrder(ledger, which)
      if (known !== undefined) return known
      const { sentence, events } = await lookAtUnknownOrder(ledger, which)
      const [newest] = events
      const where = newest === undefined ? '' : ` Look at /api/v1/events/${newest}.`
      throw new Refusal(404, 'NO_ORDER', `${sentence}${where}`)
    }
  )

  api.post(
    '/orders/:id/approve',
    {
      config: { allow: 'operator' },
      schema: {
        tags: ['Orders'],
        summary: 'Let an order that waits for review be fulfilled',
        params: Which,
        querystring: Account,
        body: Approval,
        response: { 202: z.object({ approved: z.literal(true) }) }
      }
    },
    async ({ params, query, body, who }, reply) => {
      const seen = body.seen === undefined ? undefined : new Date(body.seen)
      await approve(ledger, {
        order: params.id,
        account: query.account,
        by: who?.name ?? '',
        why: body.why,
        seen
      })
      return reply.code(202).send({ approved: true })
    }
  )
}
