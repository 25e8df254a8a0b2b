import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { testStack } from '../support/test-stack.ts'
import { eventOf, sessionOf, startSettlingShop } from './settling-shop.ts'

test('a worker that settles a session while the database is away', async t => {
  const { hold, ask, deliverAll, finished, ledger, workers, startWorker, databaseUrl, env, ports } =
    await startSettlingShop(t)
  const name = new URL(databaseUrl).pathname.slice(1)
  const server = new pg.Client({ connectionString: testStack().databaseUrl })
  await server.connect()
  t.after(() => server.end())

  await t.test('says so, at once when it knows, and does it once the database is back', async () => {
    const session = sessionOf('2001')
    await hold([session])
    await server.query(`alter database ${name} allow_connections false`)
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    const first = await ask(session.id)
    assert.equal(first.status, 503)
    assert.equal(first.retryAfter, '2')
    assert.deepEqual(await ask(sessionOf('2002').id), {
      status: 503,
      retryAfter: '2',
      says: { error: 'LEDGER_AWAY' }
    })
    await server.query(`alter database ${name} allow_connections true`)
    await eventually(async () => assert.equal((await ask(session.id)).status, 200))
    assert.equal((await outcomeOf(ledger, '2001')).fulfilments.length, 1)
  })

  await t.test(
    'killed between its question and its commit leaves nothing, and the order to whoever is next',
    async () => {
      const session = sessionOf('2003')
      await hold([session])
      const blocker = new pg.Client({ connectionString: databaseUrl })
      await blocker.connect()
      await blocker.query('begin; lock table payments in access exclusive mode')
      const asked = ask(session.id).catch(() => 'broken off')
      await eventually(async () => {
        const { rows } = await server.query(
          `select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
          [name]
        )
        assert.ok(rows.length > 0, 'nobody waits for the lock')
      })
      workers[0]?.kill('SIGKILL')
      assert.equal(await asked, 'broken off')
      await blocker.query('rollback')
      await blocker.end()
      assert.deepEqual((await outcomeOf(ledger, '2003')).fulfilments, [])

      await startWorker(env(ports[0] ?? 0))
      const event = eventOf(session)
      const [{ status }] = await Promise.all([ask(session.id), deliverAll([event])])
      assert.equal(status, 200)
      await finished([event])
      const { fulfilments, announcements } = await outcomeOf(ledger, '2003')
      assert.deepEqual([fulfilments.length, announcements.length], [1, 1])
    }
  )
})
