import type { IncomingHttpHeaders } from 'node:http'
import type { Ids } from '../../seed/ids.ts'
import { createSession, type Hosted } from '../sessions/create-session.ts'
import { listLineItems } from '../sessions/list-line-items.ts'
import type { SessionShelf } from '../sessions/session-shelf.ts'
import { ApiError } from './api-error.ts'
import { createIdempotency } from './idempotency.ts'
import { readForm } from './read-form.ts'
import { readPage } from './read-page.ts'
import type { Reply, Request } from './reply.ts'
import { requireTestKey } from './require-key.ts'

const SESSIONS = '/v1/checkout/sessions'
const ONE_SESSION = /^\/v1\/checkout\/sessions\/([^/]+)(\/line_items)?$/

type Ports = Readonly<{ sessions: SessionShelf; ids: Ids; nowS: () => number; urlOf: (id: string) => string }>

/** The calls of Stripe's API that a shop makes to sell something at Checkout. */
export function createAnswerApi({ sessions, ids, nowS, urlOf }: Ports) {
  const once = createIdempotency<Hosted['session']>()

  return function answerApi(request: Request): Reply {
    try {
      requireTestKey(request.headers.authorization)
      return answer(request)
    } catch (error) {
      if (error instanceof ApiError) return json(error.facts.status, error.body())
      throw error
    }
  }

  function answer({ method, path, query, headers, body }: Request): Reply {
    if (method === 'POST' && path === SESSIONS) {
      const key = textOf(headers, 'idempotency-key')
      const { answer, isReplayed } = once({ key, path, body }, () => {
        const hosted = createSession(readForm(body), { ids, now: nowS(), urlOf })
        sessions.put(hosted)
        return hosted.session
      })
      const replayed = {
        ...(key && { 'idempotency-key': key }),
        ...(isReplayed && { 'idempotent-replayed': 'true' })
      }
      return json(200, answer, replayed)
    }
    const [, id = '', part] = (method === 'GET' && path.match(ONE_SESSION)) || []
    if (id !== '') {
      const hosted = sessions.find(id) ?? unknown(id)
      return json(200, part === undefined ? shown(hosted, query) : listLineItems(hosted, readPage(query)))
    }
    throw new ApiError(
      `Unrecognized request URL (${method}: ${path.slice(0, 200)}). This stand-in for Stripe only answers POST ${SESSIONS}, GET ${SESSIONS}/:id and GET ${SESSIONS}/:id/line_items.`,
      { status: 404, type: 'invalid_request_error' }
    )
  }
}

/** Its first line items come with it only where they are asked for. */
function shown(hosted: Hosted, query: URLSearchParams) {
  const isExpanded = [...query].some(
    ([name, value]) => /^expand\[\d*\]$/.test(name) && value === 'line_items'
  )
  if (!isExpanded) return hosted.session
  return { ...hosted.session, line_items: listLineItems(hosted, readPage(new URLSearchParams())) }
}

const textOf = (headers: IncomingHttpHeaders, name: string) => {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function unknown(id: string): never {
  throw new ApiError(`No such checkout.session: '${id.slice(0, 100)}'`, {
    status: 404,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: 'session'
  })
}

const json = (status: number, content: unknown, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(content, null, 2)
})
