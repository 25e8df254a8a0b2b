import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startReceiver } from '../stripe/start-receiver.ts'
import { ASKED_WRONGLY, BAD, GOOD, runTrigger } from './run-trigger.ts'
import { createScreen } from './screen.ts'

const SECRET = 'whsec_of_the_receiver'

async function trigger(t: TestContext, line: string, status = 200) {
  const receiver = await startReceiver({ secret: SECRET, reply: () => status })
  t.after(receiver.stop)
  let shown = ''
  const write = (text: string) => (shown += text)
  const code = await runTrigger({
    argv: [...line.split(' '), '--to', receiver.url],
    env: { STRIPE_WEBHOOK_SECRET: SECRET },
    runFilePath: '/nowhere/run.json',
    seed: 'random',
    screen: createScreen({ output: { write }, color: false, now: () => 0 }),
    write
  })
  return { code, shown, received: receiver.received }
}

test('every event gets a line, and all taken is good', async t => {
  const { code, shown, received } = await trigger(
    t,
    'expired_then_paid --order 1002 --currency jpy --amount 1999'
  )
  assert.equal(code, GOOD)
  assert.match(shown, /expired_then_paid {2}order 1002 {2}¥1,999 {2}seed random/)
  for (const { event } of received)
    assert.match(shown, new RegExp(`${event.id} ${event.type} → 200 in \\d+ ms\n`))
  assert.match(shown, /Accepted {2}2 deliveries in /)
})

test('an event that is refused is bad, and the line says when it comes again', async t => {
  const { code, shown } = await trigger(t, 'card --retry-for 1', 503)
  assert.equal(code, BAD)
  assert.match(shown, /→ 503 in \d+ ms, again in 0\.5 s\n/)
  assert.match(shown, /Not taken {2}1 of 1 delivery/)
})

test('another secret is refused with advice, and no secret is shown', async t => {
  const { code, shown } = await trigger(t, 'card --retry-for 0 --secret whsec_another')
  assert.equal(code, BAD)
  assert.match(shown, /400 BAD_SIGNATURE/)
  assert.match(shown, /does not know the secret .*see --secret/)
  assert.doesNotMatch(shown, /whsec_/)
})

test('several orders of one sequence are numbered and told as a whole', async t => {
  const { code, shown, received } = await trigger(t, 'card --orders 40 --duplicates 0.5 --seed 7')
  assert.equal(code, GOOD)
  assert.equal(received.length, 60)
  assert.match(shown, /card {2}40 orders, 40 events, 60 deliveries {2}seed 7/)
  assert.equal(new Set(received.map(({ event }) => orderOf(event))).size, 40)
})

test('a mix says how each kind of order must end', async t => {
  const { shown } = await trigger(t, 'mix --orders 60 --seed 7 --shuffle')
  assert.match(shown, /\d+ orders {2}card +fulfilled\n/)
  assert.match(shown, /async_payment_failed +payment_failed, 1 letter \(payment_failed\)\n/)
})

test('a twin that is not there is told of, before anything is sent', async t => {
  await assert.rejects(trigger(t, 'card --twin http://127.0.0.1:1'), {
    name: 'UsageError',
    message: /^http:\/\/127.0.0.1:1 did not take what happens/
  })
})

test('the exit codes differ', () => {
  assert.equal(new Set([GOOD, BAD, ASKED_WRONGLY]).size, 3)
})

const orderOf = (event: { data: { object: unknown } }) =>
  (event.data.object as { metadata: Record<string, string> }).metadata.order_id
