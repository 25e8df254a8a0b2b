import type { Logger } from '@paidonce/shared/logger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { replyWithError } from './error-reply.ts'
import { type WebhookPorts, webhook } from './webhook.ts'

const MAX_BODY_BYTES = 1_048_576

/** A request's headers and its whole body each get so long. Without the first limit Node would not enforce the second. */
const HEADERS_MS = 5_000
const REQUEST_MS = 10_000

type ServerOptions = WebhookPorts & Readonly<{ log: Logger }>

/** The public server. Listening and closing are the caller's. */
export function createServer({ log, ...ports }: ServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_MS,
    // While closing, `admit` answers with our own 503, which carries Retry-After.
    return503OnClosing: false,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 1_000 }
  })

  app.setErrorHandler(replyWithError(ports.count))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'NOT_FOUND' }))
  app.register(webhook(ports))
  return app
}
