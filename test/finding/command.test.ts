import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { COMMANDS } from '@paidonce/operator/cli/commands'
import { paidonce } from '@paidonce/operator/cli/paidonce'
import { openLedger } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'
import { ROOT } from '../support/sources.ts'
import { commandOn } from './command-on.ts'

test('tables are for people: aligned, with the error below and the next page to type', async t => {
  const { say } = await commandOn(t)
  assert.deepEqual(await say('events --error SQLSTATE_22001 --limit 1'), {
    code: 0,
    err: '',
    out: [
      'received             state    event  type        order',
      '2026-05-04 00:00:00  failing  evt_d  toy.broken  d',
      '    SQLSTATE_22001: refused again',
      '',
      'more: npx --no-install paidonce events --error SQLSTATE_22001 --limit 1 --after WyJldmVudHMiLCIyMDI2LTA1LTA0VDAwOjAwOjAwLjAwMDAwMFoiLCJldnRfZCJd'
    ].join('\n')
  })
  const { out } = await say('orders --account= --since 2026-05-01 --until 2026-05-04')
  assert.equal(
    out,
    [
      'changed              order  status            money   marks                          address',
      '2026-05-03 00:00:00  c      fulfilled                 PAID TWICE',
      '2026-05-02 00:00:00  b      awaiting_payment  ¥500',
      '2026-05-01 00:00:00  a      fulfilled         €30.00  DISPUTE lost, refunded €30.00  Ann@Shop.example'
    ].join('\n')
  )
  assert.match(
    (await say('letters --status given_up')).out,
    /4 +payment_failed +GIVEN UP +d +dan@.*\n {4}SMTP 550$/
  )
})

test('an order says what people did about it', async t => {
  const { say, DATABASE_URL } = await commandOn(t)
  const { pool } = openLedger(t, DATABASE_URL)
  await pool.query(`update orders set status = 'review' where id = 'b'`)
  const approved = await runOperator(
    paidonce,
    ['order', 'b', '--approve', '--by', 'ann', '--why', 'paid twice by mistake'],
    { DATABASE_URL }
  )
  assert.equal(approved.code, 0)
  assert.match(approved.err, /^Approved\. A worker settles it/)
  assert.match(approved.out, /done by people\n.* ann {3}approve order {3}paid twice by mistake/)
  const { id, account, actions } = JSON.parse((await say('order b --json')).out)
  assert.deepEqual([id, account, actions[0].who], ['b', '', 'ann'])
  await pool.query(`update orders set status = 'fulfilled' where id = 'b'`)
  const again = await say('order b --approve --by ann --why again')
  assert.equal(again.code, 1)
  assert.match(again.err, /is not in review/)
})

test('an order is no wider than a terminal: what is too long stands below', async t => {
  const { say, DATABASE_URL } = await commandOn(t)
  const { pool } = openLedger(t, DATABASE_URL)
  const refused = `refused${' once more'.repeat(20)}`
  await pool.query(`update events set error_text = '${refused}' where id = 'evt_c'`)
  const { out } = await say('order c')
  assert.match(out, /\n {2}FAILED {3}evt_c {3}toy\.broken\n {6}SQLSTATE_22001: refused once more.*\n {6}\S/)
  for (const line of out.split('\n')) assert.ok(line.length <= 120, line)
})

test('a reader who leaves, as head does, ends the command quietly', async t => {
  const { DATABASE_URL } = await commandOn(t)
  const bash = (line: string) =>
    promisify(execFile)('bash', ['-o', 'pipefail', '-c', line], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL }
    })
  const main = `${process.execPath} apps/operator/dist/cli/main.js`
  for (const line of [`${main} --help | true`, `${main} events --limit 200 --json | head -1`])
    assert.equal((await bash(`for n in 1 2 3; do ${line} >/dev/null; done`)).stderr, '')
})

test('the next page is what the hint says, and ends', async t => {
  const { say } = await commandOn(t)
  const ids: string[] = []
  for (let line = 'events --limit 3'; ; ) {
    const { out, code } = await say(line)
    assert.equal(code, 0)
    ids.push(...[...out.matchAll(/ (evt_\w)/g)].map(([, id = '']) => id))
    const next = out.match(/^more: npx --no-install paidonce (.*)$/m)?.[1]
    if (next === undefined) break
    line = next
  }
  assert.equal(ids.join(' '), 'evt_x evt_r evt_e evt_d evt_c evt_b evt_a')
})

test('JSON is for scripts: rows and the cursor behind them', async t => {
  const { say } = await commandOn(t)
  const page = JSON.parse((await say('orders a --json --limit 1')).out)
  assert.deepEqual(Object.keys(page), ['rows', 'next'])
  assert.equal(page.rows[0].account, 'acct_1')
  const rest = JSON.parse((await say(`orders a --json --limit 1 --after ${page.next}`)).out)
  assert.deepEqual([rest.rows[0].money, rest.next], [{ amount: 3_000, currency: 'eur' }, null])
  assert.deepEqual(JSON.parse((await say('events none --json')).out), { rows: [], next: null })
  assert.equal(JSON.parse((await say('event evt_a --json')).out).payload, '{"id": "evt_a"}')
  assert.equal(JSON.parse((await say('failures --json --since 2026-05-01')).out).events.length, 3)
})

test('what is pasted is found, and options narrow it', async t => {
  const { say } = await commandOn(t)
  for (const [line, code] of [
    ['events evt_a', 0],
    ['events ann@shop.example --type refund.created', 0],
    ['events ann@shop.example --failed', 0],
    ['events bea@shop.example --failed', 1],
    ['orders https://dashboard.stripe.com/payments/pi_a', 0],
    ['orders re_1 --mark dispute', 0],
    ['orders --mark any --status review', 0],
    ['orders nothing', 1],
    ['letters a --kind refunded', 0],
    ['letters --failing', 0],
    ['event evt_r', 0],
    ['event evt_none', 1],
    ['failures', 1],
    ['order a', 0]
  ] as const)
    assert.equal((await say(line)).code, code, line)
})

test('one event is shown with what it told and what people did', async t => {
  const { say } = await commandOn(t)
  const { out } = await say('event evt_c --payload')
  assert.match(out, /^event evt_c {3}toy\.broken {3}FAILED\n/)
  assert.match(out, /given up after 8 attempts\n.*SQLSTATE_22001: refused/)
  assert.match(out, /\nwhat people did\n {2}\S+ \S+ {2}ann {2}replay {2}mended {2}not finished/)
  assert.match(out, /\nThe payload is erased\.$/)
  assert.match((await say('event evt_a')).out, /\nfacts\n {2}pi_a {2}paid {2}€30\.00 {2}order a$/)
  assert.match((await say('event evt_b')).out, /a sweep found it missing: not taken\n/)
})

test('every command has a help that names it', async () => {
  for (const name of Object.keys(COMMANDS)) {
    const { code, out } = await runOperator(paidonce, [name, '--help'], {})
    assert.equal(code, 0)
    assert.match(out, new RegExp(`npx --no-install paidonce ${name}\\b`))
    assert.match(out, /Exit code 0/)
    assert.equal((await runOperator(paidonce, ['help', name], {})).out, out)
  }
})

test('npx runs the command of the checkout, and gives its exit code', async t => {
  const { DATABASE_URL } = await commandOn(t)
  const run = (...args: string[]) =>
    promisify(execFile)('npx', ['--no-install', 'paidonce', ...args], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL }
    })
  const { stdout } = await run('events', 'evt_a', '--json')
  assert.equal(JSON.parse(stdout).rows[0].id, 'evt_a')
  await assert.rejects(run('events', 'evt_none'), { code: 1, stderr: /Nothing was found/ })
})
