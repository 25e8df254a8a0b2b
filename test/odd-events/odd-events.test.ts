import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { deliver, SECRET, type Shop, startShop } from '../support/shop.ts'
import { ROOT } from '../support/sources.ts'
import { signed } from '../support/start-ingest.ts'
import { CARRIED, HARD, MENDED } from './hard-texts.ts'
import { snapshotOf, thinOf } from './minimal-events.ts'
import { OLD_SHAPES } from './old-shapes.ts'
import { sdkEventTypes } from './sdk-types.ts'

test('odd events, through ingest and worker', async t => {
  const shop = await startShop(t)
  /** Every event that must end in the ledger. */
  const known: string[] = []

  await t.test(
    'of one event of each type that Stripe’s library has, replayed from a folder, those we act on are finished and the others ignored',
    async t => {
      const types = sdkEventTypes()
      assert.ok(types.snapshots.length >= 250, `only ${types.snapshots.length} types of events`)
      assert.ok(types.thin.length >= 250, `only ${types.thin.length} types of thin events`)
      for (const type of Object.keys(FACTS)) assert.ok(types.snapshots.includes(type), `no ${type}`)

      const folder = mkdtempSync(join(tmpdir(), 'odd-events-'))
      t.after(() => rmSync(folder, { recursive: true }))
      const snapshots = types.snapshots.map(snapshotOf)
      for (const event of snapshots)
        writeFileSync(join(folder, `${event.type}.json`), JSON.stringify(event, null, 2))
      writeFileSync(
        join(folder, 'thin.jsonl'),
        types.thin.map(type => `${JSON.stringify(thinOf(type))}\n`).join('')
      )
      await replay(folder, shop)

      known.push(...snapshots.filter(({ type }) => Object.hasOwn(FACTS, type)).map(({ id }) => id))
      assert.equal(await counted(shop, 'queued'), known.length)
      assert.equal(await counted(shop, 'type_not_acted_on'), snapshots.length - known.length)
      assert.equal(await counted(shop, 'thin_event'), types.thin.length)
      await finished(shop, known)
    }
  )

  for (const { name, event, order, outcome } of OLD_SHAPES) {
    const end =
      typeof outcome === 'string' ? outcome : `finished, and its order is ${outcome.status ?? 'none'}`
    await t.test(`an event ${name}: ${end}`, async () => {
      const { status } = await deliver(shop.url, event)
      assert.equal(status, outcome === 'refused' ? 400 : 200)
      if (typeof outcome === 'string') return

      known.push(String(event.id))
      await finished(shop, [String(event.id)])
      assert.equal((await outcomeOf(shop.ledger, order)).status ?? null, outcome.status)
    })
  }

  await t.test(
    'NUL and lone surrogates come to a finished event, and show in the ledger as U+FFFD',
    async () => {
      const event = checkoutEvent('async_payment_failed')
      const body = JSON.stringify({ ...event, data: { object: { ...event.data.object, ...HARD } } })
      assert.match(body, /\\u0000.*\\ud800/, 'the body holds no escapes')
      known.push(event.id)
      await post(shop, body)
      await finished(shop, [event.id])

      const { payload, session_id, payment_id, order_id, email } = await rowOf(shop, event.id)
      assert.deepEqual({ session_id, payment_id, order_id, email }, MENDED.row)
      assert.deepEqual(JSON.parse(payload), JSON.parse(body), 'the payload is not as it was sent')
      const { rows } = await shop.ledger.pool.query('select value from facts where event_id = $1', [event.id])
      assert.deepEqual(rows, [{ value: MENDED.fact }])
      assert.equal((await outcomeOf(shop.ledger, MENDED.row.order_id)).status, 'payment_failed')
    }
  )

  for (const [name, json] of Object.entries(CARRIED)) {
    await t.test(`${name} comes to a finished event, and to the ledger as it was sent`, async () => {
      const event = checkoutEvent('completed', { order: name })
      const body = JSON.stringify(event).replace('"mode":', `"odd":${json},"mode":`)
      known.push(event.id)
      await post(shop, body)
      await finished(shop, [event.id])
      assert.deepEqual(JSON.parse((await rowOf(shop, event.id)).payload), JSON.parse(body))
      assert.equal((await outcomeOf(shop.ledger, name)).status, 'fulfilled')
    })
  }

  await t.test('every letter owed for them is sent, but where no address is known', async () => {
    const letters = await eventually(async () => {
      const { rows } = await shop.ledger.pool.query('select status, reason from letters')
      assert.ok(
        rows.every(({ status }) => status !== 'owed'),
        'letters are still owed'
      )
      return rows
    })
    const failed = OLD_SHAPES.filter(({ event }) => event.type === 'checkout.session.async_payment_failed')
    assert.equal(letters.length, failed.length + 1)
    assert.deepEqual(
      letters.filter(({ status }) => status !== 'sent'),
      [{ status: 'given_up', reason: 'no address is known' }]
    )
  })

  await t.test(
    'nothing failed, nothing crashed, and the ledger holds those events and no others',
    async () => {
      const { rows } = await shop.ledger.pool.query(
        'select id, finished is not null as ok, failed, error_code from events order by id'
      )
      assert.deepEqual(
        rows,
        known.toSorted().map(id => ({ id, ok: true, failed: null, error_code: null }))
      )
      const { failed, delayed, waiting } = await shop.events.getJobCounts('failed', 'delayed', 'waiting')
      assert.deepEqual({ failed, delayed, waiting }, { failed: 0, delayed: 0, waiting: 0 })
      const lines = [shop.ingest, ...shop.workers].flatMap(app => app.lines)
      assert.deepEqual(
        lines.filter(line => /"level":[56]0|TypeError|RangeError/.test(line)),
        []
      )
    }
  )
})

/** The command as a person runs it. */
async function replay(folder: string, { url }: Shop): Promise<void> {
  const main = join(ROOT, 'packages/stripe-twin/dist/trigger/main.js')
  const args = [
    main,
    'replay',
    folder,
    '--to',
    url,
    '--secret',
    SECRET,
    '--concurrency',
    '20',
    '--retry-for',
    '0'
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      said += text
    })
  const [code] = await once(child, 'close')
  assert.equal(code, 0, said)
}

async function post({ url }: Shop, body: string): Promise<void> {
  const { headers = {} } = signed(body)
  assert.equal((await fetch(url, { method: 'POST', body, headers })).status, 200)
}

async function counted({ healthUrl }: Shop, outcome: string): Promise<number> {
  const text = await (await fetch(`${healthUrl}/metrics`)).text()
  return Number(text.match(new RegExp(`deliveries_total\\{outcome="${outcome}"\\} (\\d+)`))?.[1] ?? 0)
}

/** Resolves once all are finished. Fails at once when one of them failed an attempt: waiting would hide why. */
async function finished({ ledger }: Shop, ids: readonly string[]): Promise<void> {
  const look = 'select id, finished, error_code, error_text from events where id = any($1)'
  const failure = await eventually(async () => {
    const { rows } = await ledger.pool.query(look, [ids])
    const failed = rows.find(row => row.error_code !== null)
    if (failed === undefined) assert.equal(rows.filter(row => row.finished !== null).length, ids.length)
    return failed
  })
  assert.equal(failure, undefined)
}

const rowOf = async ({ ledger }: Shop, id: string) =>
  (await ledger.pool.query('select *, payload::text as payload from events where id = $1', [id])).rows[0]
