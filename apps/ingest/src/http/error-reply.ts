import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, STATUS_OF } from '../refusal.ts'
import type { Diagnosis } from '../stripe/diagnosis/diagnosis.ts'
import { faultCodeOf } from './fault.ts'

const RETRY_AFTER_S = 5

type HttpError = Error & Readonly<{ code?: string; statusCode?: number }>

/** The one place where an error becomes a status. The reply holds a code and nothing else. */
export const replyWithError =
  (count: (outcome: string) => void) =>
  (error: HttpError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // The sender left within its body, or was cut off and counted: nobody hears the answer.
    if (error.code === 'ECONNRESET') return reply.code(400).send()

    const { status, code, ...why } = verdictOn(error)
    count(code)

    if (status < 500) request.log.warn({ code, ...why }, 'delivery refused')
    else
      request.log.error({ code, err: error.cause ?? error }, 'delivery not taken: Stripe will send it again')

    if (status === 503) reply.header('retry-after', RETRY_AFTER_S)
    return reply.code(status).send({ error: code })
  }

/** Ours say it themselves; Fastify's have a status; what nobody foresaw is our fault, and Stripe sends it again. */
function verdictOn(error: HttpError): Readonly<{ status: number; code: string } & Partial<Diagnosis>> {
  if (error instanceof Refusal) return { status: STATUS_OF[error.code], code: error.code, ...error.diagnosis }
  const { statusCode: status = 500 } = error
  return { status, code: status < 500 ? faultCodeOf(status) : 'UNEXPECTED' }
}
