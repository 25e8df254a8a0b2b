import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { MOST_NAMINGS_OF_ONE } from '@paidonce/ledger/rebuilding/named-events'
import { rebuildCommand } from '@paidonce/operator/cli/rebuild'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'
import { linesOf } from '../support/start-app.ts'
import { DEAF, settleBy, written } from './read-wrong.ts'

const MAIN = fileURLToPath(new URL('../../../apps/operator/dist/cli/main.js', import.meta.url))

test('the command says what would change, writes on a yes, and goes on where it was killed', async t => {
  const databaseUrl = await ownDatabase(t)
  const ledger = openLedger(t, databaseUrl)
  const env = { DATABASE_URL: databaseUrl, ORDER_ID_FROM: 'metadata.order_id' }
  const events = Array.from({ length: 60 }, (_, index) => ({
    ...checkoutEvent('completed', { order: `o${index}`, payment: `pi_${index}` }),
    id: `evt_${String(index).padStart(3, '0')}`
  }))
  await settleBy(DEAF, ledger, events)
  const fulfilled = async () => (await ledger.pool.query('select from fulfilments')).rowCount

  await t.test('a dry run writes nothing', async () => {
    const before = await written(ledger)
    const { code, out } = await runOperator(rebuildCommand, ['--dry-run', '--batch', '10'], env)
    assert.equal(code, 0)
    assert.match(out, /order o17 {3}new\n {2}status +none → fulfilled\n/)
    assert.match(out, /looked at 60 events: 60 would be read otherwise, 60 orders would change$/)
    assert.deepEqual(await written(ledger), before)
  })

  await t.test('as JSON it is a line for each order, and one for all', async () => {
    const { out } = await runOperator(rebuildCommand, ['--dry-run', '--json'], env)
    const lines = out.split('\n').map(line => JSON.parse(line))
    assert.equal(lines.length, 61)
    assert.deepEqual([lines[0].order, lines[0].after.status], ['o0', 'fulfilled'])
    assert.deepEqual([lines.at(-1).changed, lines.at(-1).isDry], [60, true])
  })

  await t.test('without a yes nothing is written either', async () => {
    const { code, err } = await runOperator(rebuildCommand, [], env)
    assert.deepEqual([code, err], [1, 'Nothing was written: nobody said yes. --yes says it for you.'])
    assert.equal(await fulfilled(), 0)
  })

  await t.test('killed in the middle, it has done what stood before', async () => {
    const other = await ledger.pool.connect()
    try {
      await other.query('begin')
      await other.query(`select from events where id = 'evt_035' for update`)
      const child = spawn(process.execPath, [MAIN, 'rebuild', '--yes', '--batch', '10'], {
        env: { PATH: process.env.PATH ?? '', ...env },
        stdio: ['ignore', 'pipe', 'pipe']
      })
      t.after(() => child.kill('SIGKILL'))
      const lines = linesOf(child)
      const ended = once(child, 'exit')
      await eventually(async () => {
        const { rowCount } = await ledger.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        )
        assert.equal(rowCount, 1, `it does not wait for the lock\n${lines.join('\n')}`)
      })
      child.kill('SIGKILL')
      await ended
    } finally {
      other.release(true)
    }
    const done = (await fulfilled()) ?? 0
    assert.ok(done >= 30 && done < 60, `${done} are done`)
  })

  await t.test('begun again, it goes on behind that and comes to the end', async () => {
    const { code, out, err } = await runOperator(rebuildCommand, ['--yes', '--batch', '10'], env)
    assert.equal(code, 0)
    assert.match(err, /^Going on with what was begun at .*, behind 30 events\.$/)
    assert.match(out, /looked at 60 events: \d+ are read otherwise, \d+ orders changed$/)
    assert.equal(await fulfilled(), 60)
  })

  await t.test('another rebuild begins anew and finds nothing to do', async () => {
    const { code, out, err } = await runOperator(rebuildCommand, ['--yes'], env)
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /looked at 60 events: 0 are read otherwise, 0 orders changed$/)
  })

  await t.test('what a newer release has settled is left to that one', async () => {
    await ledger.pool.query(`update orders set settled_by = 1000000 where id = 'o1'`)
    const { code, err } = await runOperator(rebuildCommand, ['--dry-run'], env)
    assert.deepEqual([code, err], [2, 'A newer release has settled orders: rebuild with that one.'])
  })
})

test('an order of which a part alone could be read again is told of, and left as it is', async t => {
  const databaseUrl = await ownDatabase(t)
  const ledger = openLedger(t, databaseUrl)
  const env = { DATABASE_URL: databaseUrl, ORDER_ID_FROM: 'metadata.order_id' }
  const paid = checkoutEvent('completed', { order: 'crowd', payment: 'pi_crowd' })
  await settleBy(DEAF, ledger, [paid])
  await ledger.pool.query(`
    insert into events (id, mode, type, order_id, received, how, finished, code_version)
    select 'evt_old' || n, 'test', 'toy', 'crowd', now(), 'webhook', now(), 'test' from generate_series(1, ${MOST_NAMINGS_OF_ONE}) as n`)

  for (const argument of ['--dry-run', '--yes']) {
    const { code, out } = await runOperator(rebuildCommand, [argument], env)
    assert.equal(code, 1)
    assert.match(out, new RegExp(`\\nFAILED {2}${paid.id}: TOO_MANY_EVENTS$`))
  }
  await assert.rejects(runOperator(rebuildCommand, ['--yes', '--order', 'crowd'], env), /Without --order/)
  assert.equal((await ledger.pool.query('select from facts')).rowCount, 0)
})

test('what cannot be meant is said in a sentence', async () => {
  for (const [argv, sentence] of [
    [['--since', 'yesterday'], '--since needs a time'],
    [['--batch', '0'], '--batch needs a number'],
    [['--type', 'No such'], '--type needs a type'],
    [['--order', '1', '--type', 'a.b'], '--order goes with neither'],
    [['--rebuild'], 'There is no option --rebuild.']
  ] as const) {
    const { code, err } = await runOperator(rebuildCommand, argv, {})
    assert.equal(code, 2)
    assert.ok(err.startsWith(sentence), err)
  }
})
