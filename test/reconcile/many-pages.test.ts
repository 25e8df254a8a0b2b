import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { type ReconcileParts, reconcile } from '@paidonce/reconciliation/reconcile'
import { createClient } from '@paidonce/stripe-api/create-client'
import { startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { checkoutEvent } from '../support/events.ts'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'
import { startGate } from '../support/stripe-gate.ts'

const RULES = { orderIdFrom: ['metadata.order_id'] } as const
const A_PAGE = 100

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Reconciles within this process, and notes what it asks, what it repairs, and how much of that it holds on to. */
async function watchedReconciliation(t: TestContext) {
  const twin = await startTwin(t)
  const gate = await startGate(t, { '': twin.origin })
  const ledger = await ownLedger(t)
  const now = Math.floor(Date.now() / 1000)
  const steps: ('asked' | number)[] = []
  const given: WeakRef<object>[] = []
  let mostHeld = 0
  const look = async () => {
    if (steps.length % 10 !== 0) return
    await new Promise(resolve => setImmediate(resolve))
    collectGarbage()
    mostHeld = Math.max(mostHeld, given.filter(one => one.deref() !== undefined).length)
  }
  const parts: ReconcileParts = {
    ledger,
    stripe: createClient({ key: 'rk_test_1', apiUrl: new URL(gate.url), requestsPerSecond: 100 }),
    rules: RULES,
    ask: async question => {
      await look()
      const answer = await question()
      steps.push('asked')
      given.push(new WeakRef(answer as object))
      return answer
    },
    repair: async jobs => {
      steps.push(jobs.length)
      for (const job of jobs) given.push(new WeakRef(job))
    },
    goOn: () => undefined
  }
  return {
    shelves: twin.shelves,
    gate,
    ledger,
    now,
    steps,
    mostHeld: () => mostHeld,
    run: () => reconcile({ account: '', since: now - 86_400, until: now + 60, how: 'asked' }, parts)
  }
}

test('of many pages one is held at a time, and each is asked for once', async t => {
  const orders = 1_500
  const { shelves, gate, now, steps, mostHeld, run } = await watchedReconciliation(t)
  shelves.generate({ sequence: 'card', orders, seed: 'many', from: now - 80_000, to: now - 1_000 })
  const { counts, looked, error } = await run()

  assert.deepEqual(counts, { paid_not_fulfilled: orders, fulfilled_not_paid: 0, different: 0 })
  assert.deepEqual([looked, error], [2 * orders, null])
  const pages = orders / A_PAGE
  const asked = (path: string) => gate.asked.filter(question => question.path === `/v1/${path}`).length
  assert.deepEqual(['checkout/sessions', 'payment_intents', 'refunds', 'disputes'].map(asked), [
    pages,
    pages,
    1,
    1
  ])
  assert.equal(gate.asked.length, 2 * pages + 2)

  // What a page tells is dealt with before the next is asked for. These intents name no order.
  const sessions = Array.from({ length: pages }, () => ['asked', A_PAGE]).flat()
  assert.deepEqual(steps, [...sessions, ...Array.from({ length: pages + 2 }, () => 'asked')])
  assert.ok(mostHeld() <= 2 * (A_PAGE + 1), `${mostHeld()} answers and jobs are held`)
})

test('fulfilments that stood in no list are asked for one by one, page after page, each once', async t => {
  const fulfilments = A_PAGE + 50
  const { gate, ledger, run, mostHeld } = await watchedReconciliation(t)
  const events = Array.from({ length: fulfilments }, (_, n) =>
    checkoutEvent('completed', { order: `o-${n}` })
  )
  for (let at = 0; at < fulfilments; at += A_PAGE)
    await settleBatch(ledger, SETTLING_RULES, {
      orders: [],
      events: events.slice(at, at + A_PAGE).map(event => ({
        job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
        reading: readEvent(FACTS, RULES, event),
        payload: JSON.stringify(event),
        attempts: 1
      }))
    })
  const { counts, error } = await run()
  assert.deepEqual(counts, { paid_not_fulfilled: 0, fulfilled_not_paid: fulfilments, different: 0 })
  assert.equal(error, null)
  const asked = gate.asked.map(({ path }) => path).filter(path => path.startsWith('/v1/payment_intents/'))
  assert.deepEqual([asked.length, new Set(asked).size], [fulfilments, fulfilments])
  assert.ok(mostHeld() < 20, `${mostHeld()} answers are held`)
})
