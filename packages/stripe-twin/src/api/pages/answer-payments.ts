import type { Ids } from '../../seed/ids.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'
import { happenAfterwards, isWay, waysOf } from '../afterwards/afterwards.ts'
import { paidLately, paymentOf } from '../afterwards/paid.ts'
import type { Reply, Request } from '../http/reply.ts'
import type { Shelves } from '../shelves/shelves.ts'
import { html, redirect } from './page-reply.ts'
import { paymentsPage } from './payments-page.ts'

/** Where payments are refunded and disputed by hand. */
export const PAYMENTS = '/payments'

const SHOWN = 20

type Ports = Readonly<{
  shelves: Shelves
  ids: Ids
  nowS: () => number
  deliver: (deliveries: readonly Readonly<{ event: TwinEvent }>[]) => Promise<void>
}>

export function createAnswerPayments({ shelves, ids, nowS, deliver }: Ports) {
  return async function answerPayments({ method, body }: Request): Promise<Reply> {
    if (method !== 'POST') return html(200, paymentsPage(paidLately(shelves, SHOWN)))
    const form = new URLSearchParams(body)
    const way = form.get('way')
    const hosted = shelves.sessions.find(form.get('session') ?? '')
    const payment = hosted && paymentOf(shelves, hosted.session)
    // Pressed twice, or on a page that was old: it shows how things are now.
    if (isWay(way) && payment !== undefined && waysOf(payment).includes(way)) {
      const events = happenAfterwards(payment, way, { ids, now: nowS() }).map(({ event }) => event)
      shelves.keep(events)
      await deliver(events.map(event => ({ event })))
    }
    return redirect(PAYMENTS)
  }
}
