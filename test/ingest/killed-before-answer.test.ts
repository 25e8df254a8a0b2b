import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startRedisProxy } from '@paidonce/drill/proxies/redis-proxy'
import { checkoutEvent } from '../support/events.ts'
import { ownRedis } from '../support/own-redis.ts'
import { startIngest } from '../support/start-ingest.ts'

test('an ingest killed when Redis has the event, before it answers, leaves one job, and Stripe’s next try adds none', async t => {
  const redisUrl = await ownRedis(t)
  const { port, pathname } = new URL(redisUrl)
  const proxy = await startRedisProxy(() => Number(port))
  t.after(proxy.close)
  const throughProxy = { redisUrl: `redis://127.0.0.1:${proxy.port}${pathname}`, lookUrl: redisUrl }
  const dying = await startIngest(t, throughProxy)
  await dying.becomesReady()

  const event = checkoutEvent('completed')
  const struck = proxy.wire.arm({
    wants: confirmed => confirmed === 'job added',
    spring: () => {
      dying.app.kill('SIGKILL')
      return 'drop'
    },
    withinMs: 60_000
  })
  await assert.rejects(dying.deliver(event))
  assert.equal(await struck, true)
  assert.deepEqual(await dying.queued(), [event.id])

  const next = await startIngest(t, throughProxy)
  await next.becomesReady()
  assert.equal((await next.deliver(event)).status, 200)
  assert.deepEqual(await next.queued(), [event.id])
})
