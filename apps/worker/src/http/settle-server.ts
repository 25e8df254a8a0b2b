import { createHash, timingSafeEqual } from 'node:crypto'
import { createQuietServer } from '@paidonce/shared/http/quiet-server'
import type { Away } from '../asked/answer-shop.ts'
import type { Settled, Which } from '../asked/settle-now.ts'
import { within } from '../asked/within.ts'

type Ports = Readonly<{
  token: string
  /** Never rejects. */
  settle: (which: Which) => Promise<Settled | Away>
}>

/** A buyer waits for the page that waits for this. */
const ANSWER_WITHIN_MS = 4_000
const COME_AGAIN_S = '2'
const LARGEST_BODY = 1_024

type Late = Readonly<{ problem: 'TOO_SLOW' }>
type Problem = Extract<Settled | Away | Late, { problem: string }>['problem']

/** By problem; without one the order's status decides. */
const STATUS = {
  UNKNOWN_SESSION: 404,
  OTHER_MODE: 409,
  NO_ORDER: 422,
  NOTHING_TO_PAY: 422,
  STRIPE_AWAY: 503,
  LEDGER_AWAY: 503,
  TOO_SLOW: 503,
  UNEXPECTED: 500
} as const satisfies Record<Problem, number>

/** Statuses that the next events will change. */
const ON_ITS_WAY: readonly string[] = ['pending', 'awaiting_payment']

const SESSION_ID = /^cs_[A-Za-z0-9_]{1,120}$/
const ACCOUNT_ID = /^acct_[A-Za-z0-9]{1,120}$/

/** For the shop's own server, on a port of its own: settles a Checkout Session now, and says where its order stands. */
export function createSettleServer({ token, settle }: Ports) {
  const app = createQuietServer()
  const isToken = createIsToken(token)
  // Nothing is read from a body, whatever it is said to be.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LARGEST_BODY }, async () => undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (isToken(request.headers.authorization)) return
    return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'WRONG_TOKEN' })
  })

  app.post<{ Params: { id: string }; Querystring: { account?: unknown } }>(
    '/checkout-sessions/:id/settle',
    async ({ params: { id: session }, query: { account = '' } }, reply) => {
      const isAccount = account === '' || (typeof account === 'string' && ACCOUNT_ID.test(account))
      if (!isAccount || !SESSION_ID.test(session)) return reply.code(400).send({ error: 'BAD_REQUEST' })

      const settled = await within(ANSWER_WITHIN_MS, settle({ account, session }), TOO_SLOW)
      if (!('problem' in settled))
        return reply.code(ON_ITS_WAY.includes(settled.status) ? 202 : 200).send(settled)
      const status = STATUS[settled.problem]
      if (status === 503) reply.header('retry-after', COME_AGAIN_S)
      return reply.code(status).send({ error: settled.problem })
    }
  )
  return app
}

const TOO_SLOW: Late = { problem: 'TOO_SLOW' }

/** Digests have one length, and comparing them takes one time, whatever was sent. */
function createIsToken(token: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(`Bearer ${token}`)
  return (authorization: string | undefined) => timingSafeEqual(digest(authorization ?? ''), expected)
}
