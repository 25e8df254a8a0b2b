import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { NewOrder, Order } from '../orders/order.ts'
import { sorryPage } from '../pages/sorry-page.ts'
import { routes } from './routes.ts'

export type ShopPorts = Readonly<{
  placeOrder: (order: NewOrder) => Promise<string>
  findOrder: (id: string) => Promise<Order | undefined>
  /** Whether this session has paid for this order, as far as is known now. */
  settleSession: (session: string, order: string) => Promise<boolean>
}>

/** The shop's web server, and its log. It is not listening yet. */
export async function createServer(ports: ShopPorts, logLevel: string): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { name: 'shop', level: logLevel, base: null },
    // An order's address opens its page, so addresses are not for the log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 16 * 1024
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff'
    })
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ problem: error.name }, 'a page failed')
    reply.code(status).type('text/html; charset=utf-8')
    return sorryPage({ title: 'That did not work', text: 'Please try again in a moment.' })
  })
  app.setNotFoundHandler((_request, reply) => {
    reply.code(404).type('text/html; charset=utf-8')
    return sorryPage({ title: 'There is nothing here', text: 'Perhaps the address was cut off.' })
  })
  await app.register(formbody)
  await app.register(routes(ports))
  return app
}
