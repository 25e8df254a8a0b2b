import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'

export type Question = Readonly<{ account: string; params: URLSearchParams; nth: number }>

/** `hang`: no answer ever. A number: a refusal of that status. Nothing: the page. */
export type Whim = number | 'hang' | undefined

/**
 * Stripe's list of events with its rules of paging, where a test decides what happens between two questions: newest first,
 * of one second the last added first.
 */
export async function startStripesList(t: TestContext) {
  const shelves = new Map<string, StripeEvent[]>()
  let whim: (question: Question) => Promise<Whim> | Whim = () => undefined
  let asked = 0
  let underWay = 0
  let mostUnderWay = 0

  const server = createServer((request, response) => {
    const question = questionOf(request)
    if (question === undefined) {
      response.writeHead(403).end(JSON.stringify({ error: { type: 'invalid_request_error', message: 'no' } }))
      return
    }
    mostUnderWay = Math.max(mostUnderWay, ++underWay)
    const isOver = once(() => {
      underWay -= 1
    })
    response.on('close', isOver)
    // As it is when it is asked; what the test adds now is for the next page.
    const page = pageOf(shelves.get(question.account) ?? [], question.params)
    void Promise.resolve(whim(question)).then(wish => {
      if (wish === 'hang') return
      const type = wish === 400 ? 'invalid_request_error' : 'api_error'
      const body = wish === undefined ? page : { error: { type, message: 'as the test wants it' } }
      isOver()
      response.writeHead(wish ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })

  function questionOf({ url = '', headers }: IncomingMessage): Question | undefined {
    const { pathname, searchParams } = new URL(url, 'http://stripe.example')
    if (pathname !== '/v1/events') return undefined
    return { account: String(headers['stripe-account'] ?? ''), params: searchParams, nth: ++asked }
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on Stripe lists them. */
    list: (events: readonly StripeEvent[], account = '') => {
      const shelf = [...(shelves.get(account) ?? []), ...events].sort((a, b) => a.created - b.created)
      shelves.set(account, shelf)
    },
    /** What happens to each question from now on. */
    when: (next: typeof whim) => {
      whim = next
    },
    asked: () => asked,
    mostAtOnce: () => mostUnderWay
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

function pageOf(shelf: readonly StripeEvent[], params: URLSearchParams) {
  const types = [...params].flatMap(([name, value]) => (/^types\[\d*\]$/.test(name) ? [value] : []))
  const [since, until] = [Number(params.get('created[gte]')), Number(params.get('created[lte]'))]
  const listed = shelf
    .filter(({ type, created }) => types.includes(type) && created >= since && created <= until)
    .reverse()
  const after = params.get('starting_after')
  const from = after === null ? 0 : listed.findIndex(({ id }) => id === after) + 1
  const limit = Number(params.get('limit') ?? 10)
  return {
    object: 'list',
    url: '/v1/events',
    data: listed.slice(from, from + limit),
    has_more: from + limit < listed.length
  }
}
