import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runTrigger } from '../../trigger/run-trigger.ts'
import { createScreen } from '../../trigger/screen.ts'
import { startTwin } from '../twin-for-tests.ts'

test('sessions that `npm run trigger` makes can be asked for at the twin it is told of', async t => {
  const { stripe, origin, received, webhook } = await startTwin(t)
  const code = await runTrigger({
    argv: ['paid_twice', '--to', webhook.url, '--secret', webhook.secret, '--twin', origin],
    env: {},
    runFilePath: '/nowhere/run.json',
    seed: 's',
    screen: createScreen({ output: { write: () => undefined }, color: false, now: () => 0 }),
    write: () => undefined
  })
  assert.equal(code, 0)
  assert.equal(received.length, 2)
  for (const { event } of received) {
    const { id } = event.data.object as { id: string }
    assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'paid')
  }
})
