import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CONTROL } from '../control/answer-control.ts'
import type { Reply, Request } from './reply.ts'

const MAX_BYTES = 1024 * 1024

type Ports = Readonly<{
  answerApi: (request: Request) => Promise<Reply>
  answerControl: (request: Request) => Reply
  answerPage: (request: Request) => Promise<Reply>
  /** Ids of requests, as Stripe's support asks for them. */
  requestId: () => string
  onError: (error: Error) => void
}>

/** A server that is not listening yet. */
export function createTwinServer({
  answerApi,
  answerControl,
  answerPage,
  requestId,
  onError
}: Ports): Server {
  async function answer(message: IncomingMessage): Promise<Reply> {
    const { method = 'GET', url = '/', headers } = message
    const body = await bodyOf(message)
    if (body === undefined) return { status: 413, headers: {}, body: '' }
    const [path = '/', query = ''] = url.split('?', 2)
    const request = { method, path, query: new URLSearchParams(query), headers, body }
    if (path.startsWith('/v1/')) return await answerApi(request)
    return path.startsWith(CONTROL) ? answerControl(request) : await answerPage(request)
  }

  return createServer((message: IncomingMessage, response: ServerResponse) => {
    answer(message)
      .catch((error: Error): Reply => {
        onError(error)
        return { status: 500, headers: {}, body: '' }
      })
      .then(({ status, headers, body }) =>
        response
          .writeHead(status, {
            'request-id': requestId(),
            'content-length': Buffer.byteLength(body),
            ...headers
          })
          .end(body)
      )
  })
}

/** Undefined if it is too large. */
async function bodyOf(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message) {
    bytes += (chunk as Buffer).length
    if (bytes > MAX_BYTES) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
