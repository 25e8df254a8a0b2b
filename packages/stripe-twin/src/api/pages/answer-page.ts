import type { Delivery } from '../../deliver/deliver.ts'
import type { Ids } from '../../seed/ids.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'
import type { Reply, Request } from '../http/reply.ts'
import type { Hosted } from '../sessions/create-session.ts'
import { endSession, isWay } from '../sessions/end-session.ts'
import { closingPage } from './closing-page.ts'
import { html, redirect } from './page-reply.ts'
import { payPage } from './pay-page.ts'

const PAY = '/c/pay/'

/** The path of a session's page. */
export const payPath = (sessionId: string): string => `${PAY}${sessionId}`

type Ports = Readonly<{
  sessions: Readonly<{ find: (id: string) => Hosted | undefined }>
  /** What has happened. */
  keep: (events: readonly TwinEvent[]) => void
  ids: Ids
  nowS: () => number
  /** Resolves when the first of them was answered, or after a while. */
  deliver: (deliveries: readonly (Delivery & Readonly<{ event: TwinEvent }>)[]) => Promise<void>
}>

/** The pages that a buyer sees. */
export function createAnswerPage({ sessions, keep, ids, nowS, deliver }: Ports) {
  return async function answerPage({ method, path, body }: Request): Promise<Reply> {
    const hosted = path.startsWith(PAY) ? sessions.find(path.slice(PAY.length)) : undefined
    if (hosted === undefined) return html(404, closingPage(GONE))
    const { session } = hosted
    if (session.status === 'complete') return redirect(successUrl(hosted))
    if (session.status === 'expired') return html(200, closingPage({ ...EXPIRED, href: session.cancel_url }))
    if (method !== 'POST') return html(200, payPage(hosted))

    const form = new URLSearchParams(body)
    const [way, email, name] = [form.get('way'), form.get('email') ?? '', form.get('name') ?? '']
    if (!isWay(way) || (way !== 'expire' && !/^[^\s@]+@[^\s@]+$/.test(email)))
      return html(400, payPage(hosted))

    const ended = endSession(session, { way, buyer: { email, name } }, { ids, now: nowS() })
    keep(ended.deliveries.map(({ event }) => event))
    await deliver(ended.deliveries)
    return redirect(way === 'expire' ? path : successUrl(hosted))
  }
}

const successUrl = ({ session }: Hosted) =>
  (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id)

const GONE = {
  title: 'There is no such session',
  text: 'Sessions are kept in memory: those from before the last start are gone. Begin again at the shop.'
}
const EXPIRED = { title: 'This session has expired', text: 'Nothing was paid. Begin again at the shop.' }
