import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, STATUS_OF } from '../refusal.ts'

const RETRY_AFTER_S = 5

type HttpError = Error & Readonly<{ code?: string; statusCode?: number }>

/** The one place where an error becomes a status. The reply holds a code and nothing else. */
export const replyWithError =
  (count: (outcome: string) => void) =>
  (error: HttpError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error instanceof Refusal ? STATUS_OF[error.code] : (error.statusCode ?? 500)
    const code = error.code ?? 'UNEXPECTED'
    count(code)

    if (status < 500) request.log.warn({ code }, 'delivery refused')
    else
      request.log.error({ code, err: error.cause ?? error }, 'delivery not taken: Stripe will send it again')

    if (status === 503) reply.header('retry-after', RETRY_AFTER_S)
    return reply.code(status).send({ error: code })
  }
