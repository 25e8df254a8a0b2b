import { orderActions } from '@paidonce/ledger/people/order-actions'
import { orderHistory } from '@paidonce/ledger/people/order-history'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lookAtUnknownOrder } from '../../operations/finding/unknown-order.ts'
import { orderTimeline } from '../../operations/order-timeline.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { reason } from '../reason.ts'
import { approve } from './approve.ts'
import { findOrderPages } from './find-orders.tsx'
import { OrderPage } from './order-page.tsx'
import { orderUrl } from './order-url.ts'
import { UnknownOrderPage } from './unknown-order-page.tsx'

const Which = z.object({ id: z.string().min(1).max(500) })
const Account = z.object({ account: z.string().max(200).default('') })
const Approval = z.object({ why: reason(500), seen: z.coerce.date() })

export function orderPages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  findOrderPages(app, { ledger })

  app.get('/orders/:id', { config: { allow: 'viewer' } }, async (request, reply) => {
    const which = { order: readInput(Which, request.params).id, ...readInput(Account, request.query) }
    const [history, actions] = await Promise.all([
      orderHistory(ledger, which),
      run(ledger, orderActions(which))
    ])
    if (history === undefined) {
      const unknown = await lookAtUnknownOrder(ledger, which)
      return await sendPage(reply.code(404), <UnknownOrderPage unknown={unknown} who={request.who} />)
    }
    const page = { ...which, history, timeline: orderTimeline(history, actions), who: request.who }
    return await sendPage(reply, <OrderPage {...page} />)
  })

  app.post('/orders/:id/approve', { config: { allow: 'operator' } }, async (request, reply) => {
    const which = { order: readInput(Which, request.params).id, ...readInput(Account, request.query) }
    await approve(ledger, {
      ...which,
      ...readInput(Approval, request.body),
      by: request.who?.name ?? ''
    })
    return reply.redirect(orderUrl(which), 303)
  })
}
