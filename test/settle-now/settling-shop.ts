import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import type { Fault } from '@paidonce/stripe-twin/api/faults/fault'
import { startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { startGate } from '../support/stripe-gate.ts'

export const TOKEN = 'settle-token-for-tests'
export const KEY = 'rk_test_settling'
/** An account that the key reaches besides its own. */
export const CONNECTED = 'acct_connected'

export type Session = Readonly<Record<string, unknown>> & Readonly<{ id: string }>

let made = 0

/** A Checkout Session as Stripe has it once the buyer has paid. */
export function sessionOf(order: string, over: Readonly<Record<string, unknown>> = {}): Session {
  const id = `cs_test_s${process.pid}x${++made}`
  const { data } = checkoutEvent('completed', { order, session: id })
  return { status: 'complete', livemode: false, ...data.object, id, ...over }
}

/** The event that tells of this session. */
export const eventOf = (session: Session) => ({
  ...checkoutEvent('completed'),
  data: { object: session }
})

/** A shop whose workers may be asked to settle, and a stand-in for Stripe that knows the sessions it is told of. */
export async function startSettlingShop(t: TestContext, { workers = 1, isWatched = false } = {}) {
  const { origin } = await startTwin(t)
  const gate = isWatched ? await startGate(t, { '': origin, [CONNECTED]: origin }) : undefined
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${origin}/_twin/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    if (!answer.ok) throw new Error(`the twin says ${answer.status}`)
  }
  const port = await freePort()
  const env = (port: number) => ({
    STRIPE_SECRET_KEY: KEY,
    STRIPE_API_URL: gate?.url ?? origin,
    STRIPE_REQUESTS_PER_SECOND: '100',
    SETTLE_PORT: `${port}`,
    SETTLE_TOKEN: TOKEN
  })
  const shop = await startShop(t, { workerEnv: env(port) })
  const ports = [port]
  while (ports.length < workers) {
    const another = await freePort()
    await shop.startWorker(env(another))
    ports.push(another)
  }

  return {
    ...shop,
    env,
    port,
    ports,
    /** Every question that Stripe was asked, if it is watched. */
    questions: gate?.asked ?? [],
    setFaults: (faults: readonly Fault[]) => post('faults', { faults }),
    faultsLeft: async () =>
      ((await (await fetch(`${origin}/_twin/faults`)).json()) as { faults: Fault[] }).faults,
    /** Stripe has these sessions. */
    hold: (sessions: readonly Session[]) =>
      post('sessions', { sessions: sessions.map(session => ({ session })) }),
    ask: (id: string, { at = port, token = TOKEN, query = '' } = {}) =>
      ask(`http://127.0.0.1:${at}/checkout-sessions/${id}/settle${query}`, token),
    /** Asks again for as long as the answer is to come again. */
    askOn: (id: string, at: number) =>
      eventually(async () => {
        const answer = await ask(`http://127.0.0.1:${at}/checkout-sessions/${id}/settle`, TOKEN)
        assert.notEqual(answer.status, 503)
        return answer
      })
  }
}

export type Answer = Readonly<{ status: number; retryAfter: string | null; says: unknown }>

async function ask(url: string, token: string): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), says: await answer.json() }
}
