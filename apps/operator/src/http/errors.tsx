import { BadCursor } from '@paidonce/ledger/finding/cursor'
import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Logger } from '@paidonce/shared/logger'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFailed } from '../redis/fresh-retries.ts'
import { sendPage } from './html.ts'
import { Layout } from './parts/layout.tsx'
import { isForApi } from './who/read-who.ts'
import { Refusal } from './who/refusal.ts'

export const createAnswerError =
  (log: Pick<Logger, 'error'>) =>
  async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const answer = answerTo(error)
    if (answer.status >= 500) log.error({ err: error }, 'a request could not be answered')
    return await send(answer, request, reply)
  }

type Answer = Readonly<{ status: number; code: string; sentence: string }>

/** Says what went wrong: as a page to a browser, as JSON to a program. What a library or a database said is kept to the log. */
export function answerErrors(app: FastifyInstance, log: Pick<Logger, 'error'>): void {
  app.setErrorHandler<FastifyError>(createAnswerError(log))
  app.setNotFoundHandler(
    async (request, reply) =>
      await send(
        { status: 404, code: 'NOT_FOUND', sentence: 'There is nothing at this address.' },
        request,
        reply
      )
  )
}

function answerTo(error: FastifyError): Answer {
  if (error instanceof Refusal) return { status: error.statusCode, code: error.code, sentence: error.message }
  if (error instanceof BadCursor)
    return { status: 400, code: error.code, sentence: `This cannot be used: ${error.message}.` }
  if (error instanceof NotFailed) return { status: 409, code: error.code, sentence: `${error.message}.` }
  if (error instanceof LedgerError && error.isOfData)
    return {
      status: 400,
      code: 'BAD_VALUE',
      sentence: 'The database cannot hold or compare a value given here.'
    }
  if (error instanceof LedgerError)
    return {
      status: 503,
      code: 'LEDGER_AWAY',
      sentence: 'PostgreSQL does not answer as it should. Try again in a moment.'
    }
  const status = error.statusCode ?? 500
  return status < 500
    ? { status, code: error.code ?? 'BAD_REQUEST', sentence: 'This request cannot be understood.' }
    : { status: 500, code: 'UNEXPECTED', sentence: 'Something went wrong here. The log says what.' }
}

async function send(answer: Answer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { status, code, sentence } = answer
  if (isForApi(request)) return reply.code(status).send({ error: code, sentence })
  if (status === 401 && request.method === 'GET')
    return reply.redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303)
  reply.code(status)
  return await sendPage(
    reply,
    <Layout who={request.who} title={status === 404 ? 'Not found' : 'Not done'}>
      <p class="notice bad" role="alert">
        {sentence}
      </p>
      <p>{request.who === null ? <a href="/sign-in">Sign in</a> : <a href="/">Back to the overview</a>}</p>
    </Layout>
  )
}
