import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { eventOf, KEY, sessionOf, startSettlingShop, TOKEN } from './settling-shop.ts'

const MANY = 10_000

test('a shop that asks for a session', async t => {
  const { hold, ask, deliverAll, finished, ledger, setFaults, faultsLeft, workers, port } =
    await startSettlingShop(t)

  await t.test('that was paid gets its order fulfilled, however often it asks', async () => {
    const session = sessionOf('1001')
    await hold([session])
    const says = { order: '1001', status: 'fulfilled', fulfilled: true, payment: session.payment_intent }
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(session.id)))
    for (const answer of answers) assert.deepEqual(answer, { status: 200, retryAfter: null, says })
    const event = eventOf(session)
    await deliverAll([event])
    await finished([event])
    assert.deepEqual((await ask(session.id)).says, says)
    const { fulfilments, announcements } = await outcomeOf(ledger, '1001')
    assert.deepEqual([fulfilments.length, announcements.length], [1, 1])
  })

  await t.test('whose money is on its way is told so with 202', async () => {
    const session = sessionOf('1002', { payment_status: 'unpaid' })
    await hold([session])
    const { status, says } = await ask(session.id)
    assert.equal(status, 202)
    assert.deepEqual(says, {
      order: '1002',
      status: 'awaiting_payment',
      fulfilled: false,
      payment: session.payment_intent
    })
    await hold([{ ...session, payment_status: 'paid' }])
    assert.equal((await ask(session.id)).status, 200)
  })

  await t.test('that is still open is told so with 202, and nothing is known yet', async () => {
    const session = sessionOf('1003', { status: 'open', payment_status: 'unpaid', payment_intent: null })
    await hold([session])
    assert.deepEqual(await ask(session.id), {
      status: 202,
      retryAfter: null,
      says: { order: '1003', status: 'pending', fulfilled: false, payment: null }
    })
  })

  await t.test('that was free gets its order fulfilled', async () => {
    const session = sessionOf('1004', { payment_status: 'no_payment_required', payment_intent: null })
    await hold([session])
    assert.deepEqual((await ask(session.id)).says, {
      order: '1004',
      status: 'fulfilled',
      fulfilled: true,
      payment: session.id
    })
  })

  for (const [what, over, status, error] of [
    ['of live mode', { livemode: true }, 409, 'OTHER_MODE'],
    ['that only stores a card', { mode: 'setup' }, 422, 'NOTHING_TO_PAY']
  ] as const) {
    await t.test(`${what} is refused, and nothing is written`, async () => {
      const session = sessionOf('1005', over)
      await hold([session])
      assert.deepEqual(await ask(session.id), { status, retryAfter: null, says: { error } })
      const { rows } = await ledger.pool.query(`select 1 from events where session_id = $1`, [session.id])
      assert.deepEqual(rows, [])
    })
  }

  await t.test('that Stripe does not know is told so', async () => {
    assert.deepEqual(await ask('cs_test_gone'), {
      status: 404,
      retryAfter: null,
      says: { error: 'UNKNOWN_SESSION' }
    })
  })

  for (const token of ['', 'wrong', `${TOKEN}x`, TOKEN.slice(1)]) {
    await t.test(`with the token "${token}" learns nothing`, async () => {
      assert.deepEqual(await ask('cs_test_gone', { token }), {
        status: 401,
        retryAfter: null,
        says: { error: 'WRONG_TOKEN' }
      })
    })
  }

  for (const [id, query] of [
    ['pi_1', ''],
    ['cs_%00', ''],
    ['cs_1%2F..%2F..', ''],
    [`cs_${'x'.repeat(200)}`, ''],
    ['cs_test_1', '?account=me'],
    ['cs_test_1', '?account=acct_1&account=acct_2']
  ] as const) {
    await t.test(`by ${id.slice(0, 20)}${query} is refused before Stripe is asked`, async () => {
      await setFaults([{ kind: 'server_error', times: MANY }])
      const { status } = await ask(id, { query })
      assert.ok([400, 404, 414].includes(status), `${status}`)
      await setFaults([])
    })
  }

  for (const [what, fault] of [
    ['fails', { kind: 'server_error', times: MANY, shouldRetry: false }],
    ['says that we ask too much', { kind: 'rate_limit', times: MANY, shouldRetry: false }]
  ] as const) {
    await t.test(`while Stripe ${what} is told to come again`, async () => {
      const session = sessionOf('1006')
      await hold([session])
      await setFaults([fault])
      assert.deepEqual(await ask(session.id), {
        status: 503,
        retryAfter: '2',
        says: { error: 'STRIPE_AWAY' }
      })
      await setFaults([])
      assert.equal((await ask(session.id)).status, 200)
    })
  }

  await t.test('while Stripe is slow is told to come again, and so are all who ask besides', async () => {
    const session = sessionOf('1007')
    await hold([session])
    // For this session alone: the worker asks for lines and events, too.
    await setFaults([{ kind: 'delay', path: `/v1/checkout/sessions/${session.id}`, delayMs: 30_000 }])
    const answers = await Promise.all([ask(session.id), ask(session.id), ask(session.id)])
    for (const answer of answers)
      assert.deepEqual(answer, { status: 503, retryAfter: '2', says: { error: 'TOO_SLOW' } })
  })

  await t.test('leaves no token, no key and no address in the log', async () => {
    const log = workers.flatMap(({ lines }) => lines).join('\n')
    assert.match(log, /a session could not be settled now/)
    for (const secret of [TOKEN, KEY, 'buyer@']) assert.ok(!log.includes(secret), secret)
  })

  await t.test('during a shutdown gets its answer, and the worker ends in order', async () => {
    const session = sessionOf('1008')
    await hold([session])
    await setFaults([{ kind: 'delay', path: `/v1/checkout/sessions/${session.id}`, delayMs: 1_000 }])
    const answer = ask(session.id)
    await eventually(async () => assert.deepEqual(await faultsLeft(), []))
    workers[0]?.kill('SIGTERM')
    assert.equal((await answer).status, 200)
    assert.deepEqual(await workers[0]?.ended, { code: 0, signal: null })
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`))
  })
})
