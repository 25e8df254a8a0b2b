import type { IncomingHttpHeaders } from 'node:http'
import type { Ids } from '../../seed/ids.ts'
import type { EndpointShelf } from '../endpoints/endpoint-shelf.ts'
import { createListings, type ListedShelves } from '../lists/answer-lists.ts'
import { createSession, type Hosted } from '../sessions/create-session.ts'
import { listLineItems } from '../sessions/list-line-items.ts'
import { ACCOUNT } from './account.ts'
import { ApiError } from './api-error.ts'
import { createIdempotency } from './idempotency.ts'
import { readForm } from './read-form.ts'
import { pageOf, readPage } from './read-page.ts'
import type { Reply, Request } from './reply.ts'
import { requireTestKey } from './require-key.ts'

const SESSIONS = '/v1/checkout/sessions'
const ENDPOINTS = '/v1/webhook_endpoints'
const LINE_ITEMS = /^\/v1\/checkout\/sessions\/([^/]+)\/line_items$/

type Ports = Readonly<{
  shelves: ListedShelves
  keepSession: (hosted: Hosted) => void
  endpoints: EndpointShelf
  ids: Ids
  nowS: () => number
  urlOf: (id: string) => string
}>

/** The calls of Stripe's API that a shop makes to sell something at Checkout, and whoever asks afterwards what came of it. */
export function createAnswerApi({ shelves, keepSession, endpoints, ids, nowS, urlOf }: Ports) {
  const once = createIdempotency<Hosted['session']>()
  const listings = createListings(shelves, nowS)

  return function answerApi(request: Request): Reply {
    try {
      requireTestKey(request.headers.authorization)
      return request.method === 'POST' && request.path === SESSIONS
        ? create(request)
        : json(200, read(request))
    } catch (error) {
      if (error instanceof ApiError) return json(error.facts.status, error.body())
      throw error
    }
  }

  function create({ path, headers, body }: Request): Reply {
    const key = textOf(headers, 'idempotency-key')
    const { answer, isReplayed } = once({ key, path, body }, () => {
      const hosted = createSession(readForm(body), { ids, now: nowS(), urlOf })
      keepSession(hosted)
      return hosted.session
    })
    const replayed = {
      ...(key && { 'idempotency-key': key }),
      ...(isReplayed && { 'idempotent-replayed': 'true' })
    }
    return json(200, answer, replayed)
  }

  function read({ method, path, query }: Request): unknown {
    if (method !== 'GET') throw notAnswered(method, path)
    if (path === '/v1/account') return ACCOUNT
    if (path === ENDPOINTS) return listOf(path, pageOf(endpoints.all(), readPage(query)))

    const list = listings[path]
    if (list !== undefined) return listOf(path, list.list(query))
    const [, ofSession] = path.match(LINE_ITEMS) ?? []
    if (ofSession !== undefined)
      return listLineItems(
        shelves.sessions.find(ofSession) ?? unknown(ofSession, 'checkout.session'),
        readPage(query)
      )

    const [, folder = '', id = ''] = path.match(/^(.+)\/([^/]+)$/) ?? []
    if (folder === ENDPOINTS) return endpoints.find(id) ?? unknown(id, 'webhook_endpoint')
    const one = listings[folder]
    if (one === undefined) throw notAnswered(method, path)
    return one.find(id, query) ?? unknown(id, one.object)
  }
}

const listOf = (url: string, page: object) => ({ object: 'list', ...page, url })

const textOf = (headers: IncomingHttpHeaders, name: string) => {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const notAnswered = (method: string, path: string) =>
  new ApiError(
    `Unrecognized request URL (${method}: ${path.slice(0, 200)}). This stand-in for Stripe creates Checkout Sessions, and lists and shows what came of them.`,
    { status: 404, type: 'invalid_request_error' }
  )

function unknown(id: string, object: string): never {
  throw new ApiError(`No such ${object}: '${id.slice(0, 100)}'`, {
    status: 404,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: object === 'checkout.session' ? 'session' : 'id'
  })
}

const json = (status: number, content: unknown, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(content, null, 2)
})
