import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'

export type Question = Readonly<{ account: string; path: string; params: URLSearchParams }>

/** `hang`: no answer ever. A number: a refusal of that status. Nothing: what the stand-in for Stripe says. */
type Whim = number | 'hang' | undefined

const FORWARDED = ['content-type', 'date', 'request-id', 'retry-after', 'stripe-should-retry']

/**
 * Stands before stand-ins for Stripe, one for each account, by whose name each question says it is asked. A test sees every
 * question, and decides what becomes of it.
 */
export async function startGate(t: TestContext, origins: Readonly<Record<string, string>>) {
  const asked: Question[] = []
  let whim: (question: Question) => Promise<Whim> | Whim = () => undefined

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: params } = new URL(request.url ?? '/', 'http://stripe.example')
    const question = { account: String(request.headers['stripe-account'] ?? ''), path, params }
    asked.push(question)
    const wish = await whim(question)
    if (wish === 'hang') return
    const origin = origins[question.account]
    if (wish !== undefined) return refuse(response, wish, 'api_error')
    if (origin === undefined) return refuse(response, 403, 'invalid_request_error', 'account_invalid')
    const found = await fetch(`${origin}${request.url}`, {
      headers: { authorization: request.headers.authorization ?? '' }
    })
    const text = await found.text()
    response.writeHead(
      found.status,
      FORWARDED.flatMap(name => {
        const value = found.headers.get(name)
        return value === null ? [] : [name, value]
      })
    )
    response.end(text)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const port = await freePort() // not one that an outgoing connection could take while nobody is there
  const listen = () =>
    new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen()
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  t.after(close)

  return {
    url: `http://127.0.0.1:${port}`,
    /** Every question so far, the oldest first. */
    asked: asked as readonly Question[],
    /** What happens to each question from now on. */
    when: (next: typeof whim) => {
      whim = next
    },
    /** Nobody is there, and connections are refused, until it is `up` again. */
    down: close,
    up: listen
  }
}

const refuse = (response: ServerResponse, status: number, type: string, code?: string) =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { type, code, message: 'as the test wants it' } }))
