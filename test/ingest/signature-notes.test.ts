import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { connectRedis } from '@paidonce/ingest/redis/connection'
import { noteSignatures } from '@paidonce/ingest/redis/note-signatures'
import {
  failedKey,
  HOUR_MS,
  LAST_FAILED_KEY,
  MATCHED_KEY,
  SECRETS_KEY,
  secretMark
} from '@paidonce/shared/signature-notes'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'

const SECRETS = ['whsec_old', 'whsec_new']

async function startNoting(t: TestContext) {
  const server = await ownRedisServer(t)
  const redis = connectRedis(server.url, () => undefined)
  t.after(() => redis.disconnect())
  await eventually(() => assert.equal(redis.status, 'ready'))
  const looking = openRedis(t, server.url)
  return {
    server,
    redis,
    looking,
    notes: noteSignatures(redis, SECRETS),
    /** Every cause of the last hours, with how often it was seen. */
    failures: async () => {
      const hour = Math.floor(Date.now() / HOUR_MS)
      return { ...(await looking.hgetall(failedKey(hour - 1))), ...(await looking.hgetall(failedKey(hour))) }
    }
  }
}

for (const [what, setting, refuses, takes] of [
  ['that is full', 'maxmemory', '1', '0'],
  ['that wants replicas and has none', 'min-replicas-to-write', '1', '0']
] as const) {
  test(`a Redis ${what} takes no notes; they are kept, added up, and written once it takes them`, async t => {
    const { looking, notes, failures } = await startNoting(t)
    await looking.config('SET', setting, refuses)
    await assert.rejects(looking.set('anything', 'at all'), /OOM|NOREPLICAS/)
    notes.matched(1)
    notes.failed('clock')
    await notes.stop()
    notes.failed('clock')
    notes.failed('no_v1')
    await notes.stop()
    assert.deepEqual(await looking.keys('*'), [])

    await looking.config('SET', setting, takes)
    await notes.stop()
    assert.equal(await looking.get(SECRETS_KEY), SECRETS.map(secretMark).join(','))
    assert.deepEqual(Object.keys(await looking.hgetall(MATCHED_KEY)), [secretMark('whsec_new')])
    assert.deepEqual(await failures(), { clock: '2', no_v1: '1' })
    assert.deepEqual(Object.keys(await looking.hgetall(LAST_FAILED_KEY)).sort(), ['clock', 'no_v1'])

    await notes.stop()
    assert.deepEqual(await failures(), { clock: '2', no_v1: '1' })
  })
}

test('what was noted while Redis was away is written once it is back', async t => {
  const { server, redis, notes, failures } = await startNoting(t)
  server.kill('SIGKILL')
  await eventually(() => assert.notEqual(redis.status, 'ready'))
  notes.matched(0)
  notes.failed('body_rewritten')
  await server.restart()
  await eventually(async () => assert.deepEqual(await failures(), { body_rewritten: '1' }))
  await notes.stop()
  assert.deepEqual(await failures(), { body_rewritten: '1' })
})
