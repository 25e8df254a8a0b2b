import type { FastifyInstance } from 'fastify'
import { createQuietServer } from './quiet-server.ts'

type HealthPorts = Readonly<{
  /** Why this program does not take or do work now, or undefined. */
  notReady: () => string | undefined
  /** Prometheus text. */
  metrics: () => Promise<string>
}>

/** For the balancer and the operator, on a port of its own that the world cannot reach. */
export function createHealthServer({ notReady, metrics }: HealthPorts): FastifyInstance {
  const app = createQuietServer()
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
