import type { Ids } from '../../seed/ids.ts'
import { isFault } from '../faults/fault.ts'
import type { FaultShelf } from '../faults/fault-shelf.ts'
import type { Reply, Request } from '../http/reply.ts'
import { hostedOf, isRegistration } from '../sessions/register-session.ts'
import type { SessionShelf } from '../sessions/session-shelf.ts'

/** What Stripe does not have: tests say here what shall go wrong, and which sessions there were. */
export const CONTROL = '/_twin/'

const FAULTS = `${CONTROL}faults`
const SESSIONS = `${CONTROL}sessions`

type Ports = Readonly<{ sessions: SessionShelf; faults: FaultShelf; ids: Ids }>

export function createAnswerControl({ sessions, faults, ids }: Ports) {
  return function answerControl({ method, path, headers, body }: Request): Reply {
    if (method === 'GET' && path === FAULTS) return json(200, { faults: faults.left() })
    if (method !== 'POST' || (path !== FAULTS && path !== SESSIONS))
      return refused(404, `There are GET and POST ${FAULTS}, and POST ${SESSIONS}.`)
    // A page in a browser cannot send this without asking first, and nobody answers that question.
    if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
      return refused(415, 'Send application/json.')

    const sent = parse(body)
    if (path === FAULTS) {
      const asked = listIn(sent, 'faults', isFault)
      if (asked === undefined) return refused(400, '{ "faults": [{ "kind": …, "times": … }] } is expected.')
      faults.set(asked)
      return json(200, { faults: faults.left() })
    }
    const told = listIn(sent, 'sessions', isRegistration)
    if (told === undefined) return refused(400, '{ "sessions": [{ "session": {…} }] } is expected.')
    for (const registration of told) sessions.put(hostedOf(registration, ids))
    return json(200, { sessions: told.length })
  }
}

function listIn<Listed>(
  sent: unknown,
  name: string,
  is: (value: unknown) => value is Listed
): readonly Listed[] | undefined {
  const list: unknown = (sent as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  return Array.isArray(list) && list.every(is) ? list : undefined
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const json = (status: number, content: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content)
})

const refused = (status: number, error: string) => json(status, { error })
