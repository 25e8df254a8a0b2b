import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Attempt, Delivery, Target } from '../deliver/deliver.ts'
import { createIds } from '../seed/ids.ts'
import { createRandom } from '../seed/random.ts'
import type { TwinEvent } from '../sequences/twin-event.ts'
import { createAnswerControl } from './control/answer-control.ts'
import { createEndpointShelf, type EndpointShelf } from './endpoints/endpoint-shelf.ts'
import { eventsWithFaults, isWithheld } from './faults/events-with-faults.ts'
import { createFaultShelf, type FaultShelf } from './faults/fault-shelf.ts'
import { createHappenings } from './faults/happenings.ts'
import { withFaults } from './faults/with-faults.ts'
import { createAnswerApi } from './http/answer-api.ts'
import { createTwinServer } from './http/server.ts'
import { createAnswerPage, payPath } from './pages/answer-page.ts'
import { createAnswerPayments, PAYMENTS } from './pages/answer-payments.ts'
import { redirect } from './pages/page-reply.ts'
import { createSendEvents } from './send-events.ts'
import { createShelves, type Shelves } from './shelves/shelves.ts'

type TwinOptions = Readonly<{
  host?: string
  /** Any that is free if not given. */
  port?: number
  /** Where what happens on its pages is delivered to. */
  target: Target
  onAttempt?: (attempt: Attempt) => void
  onError: (error: Error) => void
  /** Ids of requests, as Stripe's support asks for them. */
  requestId?: () => string
  /** The same seed gives the same ids. */
  seed?: string
  /** So many of a kind are kept in memory; 50,000 if not given. */
  most?: number
}>

export type Twin = Readonly<{
  url: string
  /** Everything the API knows. */
  shelves: Shelves
  endpoints: EndpointShelf
  faults: FaultShelf
  stop: () => Promise<void>
}>

/** A small Stripe on this machine: its API, its control endpoint and its pages. */
export async function startTwin({
  host = '127.0.0.1',
  port = 0,
  target,
  onAttempt = () => undefined,
  onError,
  requestId = () => `req_${randomBytes(7).toString('hex')}`,
  seed = randomBytes(16).toString('hex'),
  most
}: TwinOptions): Promise<Twin> {
  const ids = createIds(createRandom(seed))
  const nowS = () => Math.floor(Date.now() / 1000)
  const shelves = createShelves(most)
  const faults = createFaultShelf()
  const endpoints = createEndpointShelf([{ url: target.url }], nowS)
  const sending = createSendEvents({
    target,
    onAttempt: attempt => {
      if (attempt.accepted) shelves.noteDelivered(attempt.event.id)
      onAttempt(attempt)
    },
    onError
  })
  const url = () => `http://${host}:${(server.address() as AddressInfo).port}`
  const nowMs = () => Date.now()
  const events = eventsWithFaults({ events: shelves.events, faults, nowMs })
  const answerApi = createAnswerApi({
    shelves: { ...shelves, events },
    keepSession: shelves.sessions.put,
    endpoints,
    ids,
    nowS,
    urlOf: id => `${url()}${payPath(id)}`
  })
  const deliverWanted = (deliveries: readonly (Delivery & Readonly<{ event: TwinEvent }>)[]) =>
    sending.send(deliveries.filter(({ event }) => !isWithheld(event, faults)))
  const answerPayments = createAnswerPayments({ shelves, ids, nowS, deliver: deliverWanted })
  const answerPage = createAnswerPage({
    sessions: shelves.sessions,
    keep: shelves.keep,
    ids,
    nowS,
    deliver: deliverWanted
  })
  const server = createTwinServer({
    answerApi: withFaults(answerApi, { faults, nowMs, happen: createHappenings({ shelves, seed, nowS }) }),
    answerControl: createAnswerControl({ shelves, endpoints, faults, ids, nowS }),
    answerPage: async request => {
      if (request.path === '/') return redirect(PAYMENTS)
      return await (request.path === PAYMENTS ? answerPayments(request) : answerPage(request))
    },
    requestId,
    onError
  })
  server.listen(port, host)
  await once(server, 'listening')

  return {
    url: url(),
    shelves,
    endpoints,
    faults,
    async stop() {
      sending.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}
