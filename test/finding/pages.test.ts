import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventFilter, findEvents } from '@paidonce/ledger/finding/find-events'
import { findLetters } from '@paidonce/ledger/finding/find-letters'
import { findOrders } from '@paidonce/ledger/finding/find-orders'
import type { Page, PageWish } from '@paidonce/ledger/finding/page'
import { ownLedger } from '../support/own-database.ts'

const ROWS = 25

/** Seven rows share each moment, and moments are microseconds apart. */
const SOME = `
  insert into events (account, id, mode, type, email, received, how, finished, code_version)
  select 'acct_' || n % 2, 'evt_' || n, 'test', 'toy', 'ann@shop.example',
         timestamptz '2026-05-01' + n / 7 * interval '1 us', 'webhook', now(), '1'
  from generate_series(1, ${ROWS}) as n;
  insert into orders (account, id, status, changed, unsettled)
  select 'acct_' || n % 2, 'o' || n / 2, (array['pending', 'review', 'fulfilled'])[n % 3 + 1],
         timestamptz '2026-05-01' + n / 7 * interval '1 us', false
  from generate_series(1, ${ROWS}) as n;
  insert into letters (account, payment_id, kind, order_id, status, owed)
  select 'acct_' || n % 2, 'pi_' || n, 'toy', 'o' || n / 2, (array['owed', 'sent'])[n % 2 + 1],
         timestamptz '2026-05-01' + n / 7 * interval '1 us'
  from generate_series(1, ${ROWS}) as n`

const NEWER = `
  insert into events (id, mode, type, received, how, code_version)
  select 'evt_new' || gen_random_uuid(), 'test', 'toy', now(), 'webhook', '1';
  insert into orders (account, id, changed) select '', gen_random_uuid()::text, now();
  insert into letters (account, payment_id, kind, order_id) select '', gen_random_uuid()::text, 'toy', 'new'`

/** All pages, one after another, while newer rows come in between. */
async function readAll<Row>(
  ask: (page: PageWish) => Promise<Page<Row>>,
  limit: number,
  between: () => Promise<unknown>
): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask({ limit, after })
    rows.push(...page.rows)
    if (page.next === null) return rows
    assert.equal(page.rows.length, limit)
    after = page.next
    await between()
  }
}

test('pages hold each row once and the newest first, however many come meanwhile', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(SOME)
  const between = () => ledger.pool.query(NEWER)
  const lists = {
    events: (page: PageWish) => findEvents(ledger, {}, page),
    'events by address': (page: PageWish) => findEvents(ledger, { email: 'ANN@shop.example' }, page),
    orders: (page: PageWish) => findOrders(ledger, {}, page),
    letters: (page: PageWish) => findLetters(ledger, {}, page)
  }
  for (const [name, ask] of Object.entries(lists))
    await t.test(name, async () => {
      for (const limit of [1, 4, 7, ROWS]) {
        const until = new Date('2026-05-02')
        const old = (page: PageWish) =>
          ask(page) as Promise<Page<Readonly<{ account: string; id: string; place: string }>>>
        const rows = (await readAll(old, limit, between)).filter(({ place }) => place < until.toISOString())
        assert.equal(new Set(rows.map(({ account, id }) => `${account} ${id}`)).size, ROWS)
        assert.equal(rows.length, ROWS)
        const places = rows.map(({ place }) => place)
        assert.deepEqual(places, [...places].sort().reverse())
      }
    })
})

test('a page has at most 200 rows', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(SOME)
  await ledger.pool.query(SOME.replaceAll("'evt_'", "'evt_b'").split(';')[0]?.replace(`${ROWS}`, '400') ?? '')
  const sizes = await Promise.all(
    [-1, 0, 1, 200, 1_000_000].map(async limit => (await findEvents(ledger, {}, { limit })).rows.length)
  )
  assert.deepEqual(sizes, [1, 1, 1, 200, 200])
})

test('a cursor that no search gave is refused in words', async t => {
  const ledger = await ownLedger(t)
  const write = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const at = '2026-05-01T00:00:00.000000Z'
  for (const after of [
    '',
    'x',
    '%00',
    write(null),
    write(['events']),
    write(['events', at]),
    write(['events', '2026-05-01', 'evt_1']),
    write(['events', '2026-13-41T00:00:00.000000Z', 'evt_1']),
    write(['events', at, 'evt_\0']),
    write(['events', at, 1]),
    write(['events', at, 'evt_1', 'evt_2']),
    write(['orders', at, '', 'o1']),
    write(['letters', at, '1'])
  ])
    await assert.rejects(findEvents(ledger, {}, { after }), { code: 'BAD_CURSOR', message: /begin again/ })
  await assert.rejects(findLetters(ledger, {}, { after: write(['letters', at, "1' or '1"]) }), {
    code: 'BAD_CURSOR'
  })
})

const HOSTILE = ["'; drop table events; --", '\0', '\ud800', '$1', '%', '_', '\\', 'a'.repeat(100_000), '🎟']

test('hostile values find nothing, and break nothing', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(SOME)
  for (const value of HOSTILE)
    for (const name of [
      'event',
      'session',
      'payment',
      'order',
      'about',
      'email',
      'account',
      'type',
      'error',
      'codeVersion'
    ]) {
      const filter: EventFilter = { [name]: value }
      assert.deepEqual(await findEvents(ledger, filter, {}), { rows: [], next: null }, name)
      assert.deepEqual(
        await findOrders(ledger, { ...filter, status: value }, {}),
        { rows: [], next: null },
        name
      )
      assert.deepEqual(
        await findLetters(ledger, { ...filter, kind: value }, {}),
        { rows: [], next: null },
        name
      )
    }
  assert.equal((await findEvents(ledger, {}, {})).rows.length, ROWS)
})

test('what was kept with a replaced NUL is found by the NUL', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(`insert into orders (account, id) values ('', $1)`, ['a\uFFFDb'])
  assert.equal((await findOrders(ledger, { order: 'a\0b' }, {})).rows.length, 1)
})
