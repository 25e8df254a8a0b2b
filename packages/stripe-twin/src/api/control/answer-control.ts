import type { Ids } from '../../seed/ids.ts'
import { isEndpointWish } from '../endpoints/endpoint.ts'
import type { EndpointShelf } from '../endpoints/endpoint-shelf.ts'
import { isWithheld } from '../faults/events-with-faults.ts'
import { isFault } from '../faults/fault.ts'
import type { FaultShelf } from '../faults/fault-shelf.ts'
import { isGenerationRequest, wishOf } from '../generate/generation.ts'
import type { Reply, Request } from '../http/reply.ts'
import { hostedOf, isRegistration } from '../sessions/register-session.ts'
import type { Shelves } from '../shelves/shelves.ts'
import { isToldPlay } from './told-play.ts'

/** What Stripe does not have: tests say here what shall go wrong, and what there was. */
export const CONTROL = '/_twin/'

type Ports = Readonly<{
  shelves: Shelves
  endpoints: EndpointShelf
  faults: FaultShelf
  ids: Ids
  nowS: () => number
}>

/** Takes what was sent, and says what it told; undefined if it is not what is expected. */
type Take = (sent: Sent) => object | undefined
type Sent = Readonly<Record<string, unknown>>

export function createAnswerControl({ shelves, endpoints, faults, ids, nowS }: Ports) {
  const ways: Readonly<Record<string, Readonly<{ expected: string; take: Take }>>> = {
    faults: {
      expected: '{ "faults": [{ "kind": …, "times": … }] }',
      take: sent => {
        const asked = listIn(sent, 'faults', isFault)
        if (asked === undefined) return undefined
        faults.set(asked)
        return { faults: faults.left() }
      }
    },
    sessions: {
      expected: '{ "sessions": [{ "session": {…} }] }',
      take: sent => {
        const told = listIn(sent, 'sessions', isRegistration)
        for (const registration of told ?? []) shelves.sessions.put(hostedOf(registration, ids))
        return told && { sessions: told.length }
      }
    },
    plays: {
      expected: '{ "plays": [{ "events": [{…}] }] }',
      take: sent => {
        const told = listIn(sent, 'plays', isToldPlay)
        for (const { events } of told ?? []) shelves.keep(events)
        const withheld = told
          ?.flatMap(({ events }) => events)
          .filter(event => isWithheld(event, faults))
          .map(({ id }) => id)
        return told && { plays: told.length, withheld }
      }
    },
    delivered: {
      expected: '{ "events": ["evt_…"] }',
      take: sent => {
        const told = listIn(sent, 'events', value => typeof value === 'string')
        for (const id of told ?? []) shelves.noteDelivered(id)
        return told && { events: told.length }
      }
    },
    generate: {
      expected: '{ "sequence": …, "orders": …, "seed": …, "from": …, "to": … }',
      take: sent => {
        if (!isGenerationRequest(sent)) return undefined
        const wish = wishOf(sent, nowS())
        shelves.generate(wish)
        return wish
      }
    },
    webhook_endpoints: {
      expected: '{ "webhook_endpoints": [{ "url": … }] }',
      take: sent => {
        const told = listIn(sent, 'webhook_endpoints', isEndpointWish)
        if (told === undefined) return undefined
        endpoints.set(told)
        return { webhook_endpoints: endpoints.all() }
      }
    }
  }
  const names = Object.keys(ways).map(name => CONTROL + name)

  return function answerControl({ method, path, headers, body }: Request): Reply {
    if (method === 'GET' && path === `${CONTROL}faults`) return json(200, { faults: faults.left() })
    const name = path.slice(CONTROL.length)
    const way = Object.hasOwn(ways, name) ? ways[name] : undefined
    if (method !== 'POST' || way === undefined)
      return refused(404, `There are GET ${CONTROL}faults, and POST ${names.join(', ')}.`)
    // A page in a browser cannot send this without asking first, and nobody answers that question.
    if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
      return refused(415, 'Send application/json.')
    const told = way.take(parse(body))
    return told === undefined ? refused(400, `${way.expected} is expected.`) : json(200, told)
  }
}

function listIn<Listed>(
  sent: Sent,
  name: string,
  is: (value: unknown) => value is Listed
): readonly Listed[] | undefined {
  const list = sent[name]
  return Array.isArray(list) && list.every(is) ? list : undefined
}

/** Nothing is in what is not an object. */
function parse(body: string): Sent {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

const json = (status: number, content: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content)
})

const refused = (status: number, error: string) => json(status, { error })
