import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'

type HealthPorts = Readonly<{
  /** Why this program does not take or do work now, or undefined. */
  notReady: () => string | undefined
  /** Prometheus text. */
  metrics: () => Promise<string>
}>

/** For the balancer and the operator, on a port of its own that the world cannot reach. */
export function createHealthServer({ notReady, metrics }: HealthPorts): FastifyInstance {
  const app = Fastify({ frameworkErrors: replyWithCode })
  app.setErrorHandler(replyWithCode)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'NOT_FOUND' }))
  app.get('/livez', async () => ({ live: true }))
  app.get('/readyz', async (_request, reply) => {
    const reason = notReady()
    return reason === undefined ? { ready: true } : reply.code(503).send({ ready: false, reason })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await metrics())
  )
  return app
}

/** Fastify's own replies repeat the path that was asked for and the message of the error. */
function replyWithCode(error: unknown, _request: unknown, reply: FastifyReply): FastifyReply {
  const { statusCode: status = 500 } = error as Readonly<{ statusCode?: number }>
  return reply.code(status).send({ error: status < 500 ? 'BAD_REQUEST' : 'UNEXPECTED' })
}
