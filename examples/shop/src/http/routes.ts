import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { readOrder } from '../orders/order.ts'
import { OtherOrder } from '../orders/place-order.ts'
import { basketPage } from '../pages/basket-page.ts'
import { orderPage } from '../pages/order-page.ts'
import { sorryPage } from '../pages/sorry-page.ts'
import type { ShopPorts } from './server.ts'

const page = (reply: FastifyReply, html: string) => reply.type('text/html; charset=utf-8').send(html)

/** What buyers see and do. Nothing here ships anything: only announcements do. */
export const routes =
  ({ placeOrder, findOrder, settleSession }: ShopPorts): FastifyPluginAsync =>
  async app => {
    app.get('/', async (_request, reply) => page(reply, basketPage()))

    app.post<{ Body: Record<string, unknown> | null }>('/buy', async (request, reply) => {
      const order = readOrder(request.body ?? {})
      if (order === undefined) return page(reply.code(400), sorryPage(UNREADABLE))
      try {
        return await reply.redirect(await placeOrder(order), 303)
      } catch (error) {
        if (error instanceof OtherOrder) return page(reply.code(409), sorryPage(OLD_PAGE))
        const { name, code } = error as { name?: string; code?: string }
        request.log.error({ problem: name, code }, 'an order could not be placed')
        return page(reply.code(503), sorryPage({ ...NOT_NOW, again: { ...order } }))
      }
    })

    app.get<{ Params: { id: string }; Querystring: { session?: unknown } }>(
      '/orders/:id',
      async ({ params: { id }, query: { session } }, reply) => {
        const order = await findOrder(id)
        if (order === undefined) return reply.callNotFound()
        const mayBePaid = order.status === 'waiting' && typeof session === 'string' && session !== ''
        return page(reply, orderPage(order, mayBePaid && (await settleSession(session, id))))
      }
    )
  }

const UNREADABLE = { title: 'This order cannot be read', text: 'Please choose again what you want.' }
const OLD_PAGE = {
  title: 'This page was old',
  text: 'You have already ordered from it, and what you chose has changed since. Please choose again.'
}
const NOT_NOW = {
  title: 'We cannot open the checkout now',
  text: 'Nothing was paid. Try again in a moment: it stays one and the same order.'
}
