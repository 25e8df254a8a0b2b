import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'

/** A request's headers and its whole body each get so long, whoever sends it: a connection that only waits is one less to have. */
const HEADERS_MS = 5_000
const REQUEST_MS = 10_000
const LOOKED_AT_EVERY_MS = 1_000

/** A small server for who is inside. Its refusals are codes, and repeat nothing of what was asked. */
export function createQuietServer(): FastifyInstance {
  const app = Fastify({
    frameworkErrors: replyWithCode,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: LOOKED_AT_EVERY_MS }
  })
  app.setErrorHandler(replyWithCode)
  // A connection that is kept for the next request would keep a closing server from its end.
  app.addHook('onSend', async (_request, reply) => {
    if (!app.server.listening) reply.header('connection', 'close')
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'NOT_FOUND' }))
  return app
}

/** Fastify's own replies repeat the path that was asked for and the message of the error. */
function replyWithCode(error: unknown, _request: unknown, reply: FastifyReply): FastifyReply {
  const { statusCode: status = 500 } = error as Readonly<{ statusCode?: number }>
  return reply.code(status).send({ error: status < 500 ? 'BAD_REQUEST' : 'UNEXPECTED' })
}
