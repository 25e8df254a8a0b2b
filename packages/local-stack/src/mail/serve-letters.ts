import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest } from './answer-request.ts'
import type { LetterBox } from './letter-box.ts'

type Options = Readonly<{ host: string; port: number; box: LetterBox }>

/** Serves the letters as pages and as JSON. */
export async function serveLetters({ host, port, box }: Options) {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request
    const {
      status,
      headers: answerHeaders,
      body
    } = answerRequest({ method, url, host: headers.host ?? '' }, box)
    response.writeHead(status, {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...answerHeaders
    })
    response.end(method === 'HEAD' ? undefined : body)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { port: (server.address() as AddressInfo).port, close }
}
