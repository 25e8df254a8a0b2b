import type { Logger } from '@paidonce/shared/logger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { cutOff } from './cut-off.ts'
import { replyWithError } from './error-reply.ts'
import { createOpenAnswers } from './open-answers.ts'
import { type WebhookPorts, webhook } from './webhook.ts'

const MAX_BODY_BYTES = 1_048_576

/** A request's headers and its whole body each get so long. Without the first limit Node would not enforce the second. */
const HEADERS_MS = 5_000
const REQUEST_MS = 10_000

/** What is still open so long after closing began is cut: longer than any answer takes. Node's own limits end when it closes. */
const CLOSING_MS = 5_000

type ServerOptions = WebhookPorts & Readonly<{ log: Logger; isLeaving: () => boolean }>

/** The public server. Listening and closing are the caller's. */
export function createServer({ log, isLeaving, ...ports }: ServerOptions): FastifyInstance {
  const replyToError = replyWithError(ports.count)
  const openAnswers = createOpenAnswers()
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_MS,
    // While closing, `admit` answers with our own 503, which carries Retry-After.
    return503OnClosing: false,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 1_000 },
    clientErrorHandler: cutOff({ count: ports.count, lastAnswerOn: openAnswers.lastOn }),
    frameworkErrors: replyToError
  })

  app.server.on('request', openAnswers.watch)
  app.setErrorHandler(replyToError)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'NOT_FOUND' }))
  // Nothing but the webhook reads a body, and that has a parser of its own.
  app.removeAllContentTypeParsers()
  app.register(webhook(ports))

  // A connection kept alive would outlast the closing by more than a minute.
  app.addHook('onSend', async (_request, reply) => {
    if (isLeaving()) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), CLOSING_MS).unref()
  })
  return app
}
