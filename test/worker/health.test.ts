import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownPostgresServer } from '../support/own-postgres-server.ts'
import { startShop } from '../support/shop.ts'

test('the worker says whether it works, what it waits for, and how its jobs ended', async t => {
  const postgres = await ownPostgresServer(t)
  const port = await freePort()
  const databaseUrl = await ownDatabase(t, postgres.url)
  const shop = await startShop(t, {
    databaseUrl,
    env: { STUCK_AFTER: '1s' },
    workerEnv: { HEALTH_PORT: `${port}` }
  })
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: answer.status, text: await answer.text() }
  }
  assert.deepEqual(await ask('/livez'), { status: 200, text: '{"live":true}' })
  await eventually(async () =>
    assert.deepEqual(await ask('/readyz'), { status: 200, text: '{"ready":true}' })
  )

  postgres.kill('SIGKILL')
  const events = Array.from({ length: 3 }, (_, n) => checkoutEvent('completed', { order: `${n}` }))
  await shop.deliverAll(events)
  await eventually(async () =>
    assert.deepEqual(await ask('/readyz'), { status: 503, text: '{"ready":false,"reason":"postgres"}' })
  )
  assert.match((await ask('/metrics')).text, /^paidonce_holding 1$/m)
  await postgres.restart()

  await shop.finished(events)
  await eventually(async () => {
    const { text } = await ask('/metrics')
    assert.match(text, /^paidonce_jobs_total\{queue="\{stripe-events-0\}",outcome="completed"\} 3$/m)
    assert.match(text, /^paidonce_holding 0$/m)
  })
  assert.deepEqual(await ask('/readyz'), { status: 200, text: '{"ready":true}' })
})
