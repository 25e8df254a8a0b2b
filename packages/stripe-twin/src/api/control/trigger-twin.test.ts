import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { runTrigger } from '../../trigger/run-trigger.ts'
import { createScreen } from '../../trigger/screen.ts'
import { startTwin } from '../twin-for-tests.ts'

async function trigger(t: TestContext, ...argv: readonly string[]) {
  const twin = await startTwin(t)
  const { webhook, origin, stripe } = twin
  let shown = ''
  const run = () =>
    runTrigger({
      argv: [...argv, '--to', webhook.url, '--secret', webhook.secret, '--twin', origin],
      env: {},
      runFilePath: '/nowhere/run.json',
      seed: 's',
      screen: createScreen({ output: { write: text => (shown += text) }, color: false, now: () => 0 }),
      write: () => undefined
    })
  const list = async (delivery_success: boolean) => {
    const events = await stripe.events
      .list({ delivery_success, limit: 100 })
      .autoPagingToArray({ limit: 1_000 })
    return new Set(events.map(({ id }) => id))
  }
  const received = () => new Set(twin.received.map(({ event }) => event.id))
  return { ...twin, run, list, received, shown: () => shown }
}

test('what `npm run trigger` makes happen can be asked for at the twin it is told of', async t => {
  const { run, stripe, list, received } = await trigger(t, 'paid_twice')
  assert.equal(await run(), 0)
  assert.equal(received().size, 2)
  for (const id of received()) {
    const { data } = await stripe.events.retrieve(id)
    const session = data.object as { id: string }
    assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid')
  }
  assert.deepEqual(await list(true), received())
})

test('--lose: a share is never delivered, however often it is planned, and is listed all the same', async t => {
  const { run, list, received, shown } = await trigger(
    t,
    'card',
    '--orders',
    '60',
    '--duplicates',
    '1',
    '--lose',
    '0.2'
  )
  assert.equal(await run(), 0)
  const lost = await list(false)
  assert.ok(lost.size > 3 && lost.size < 30, String(lost.size))
  assert.deepEqual(await list(true), received())
  assert.equal(received().size + lost.size, 60)
  assert.match(shown(), new RegExp(`Lost {2}${lost.size} events on purpose`))
})

test('what a fault of the twin keeps from the webhook is not delivered either', async t => {
  const { run, origin, list, received, shown } = await trigger(t, 'refund_full')
  await fetch(`${origin}/_twin/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults: [{ kind: 'never_generate', types: ['charge.refunded'] }] })
  })
  assert.equal(await run(), 0)
  assert.equal(received().size, 3)
  assert.deepEqual(await list(true), received())
  assert.match(shown(), /Lost {2}1 event on purpose/)
})
