import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariantsCommand } from '@paidonce/operator/cli/check-invariants'
import type { EventJob } from '@paidonce/shared/event-job'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'
import { CHARGES, chargeEvent, ownModule } from './own-module.ts'

const ledgerRow = async (shop: Shop, { id }: StripeEvent) =>
  (await shop.ledger.pool.query('select * from events where id = $1', [id])).rows[0]

async function checkInvariantsOf({ databaseUrl, redisUrl }: Shop, env: Readonly<Record<string, string>>) {
  let said = ''
  const out = (text: string) => {
    said += text
  }
  const where = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }
  return { code: await checkInvariantsCommand([], { ...where, ...env }, { out, err: out }), said }
}

test('an event that only the shop’s own module reads is taken, queued and settled', async t => {
  const shop = await startShop(t, { env: { OWN_FACTS: CHARGES } })
  const [paid, refunded] = [chargeEvent('1001'), chargeEvent('1001', 'charge.refunded')]
  await shop.deliverAll([paid])
  await shop.finished([paid])
  await shop.deliverAll([refunded, paid])
  await shop.finished([refunded])

  await t.test(
    'its order is fulfilled by that charge, and what the built-in events tell of it counts',
    async () => {
      const { status, fulfilments, refunded } = await outcomeOf(shop.ledger, '1001')
      assert.deepEqual(
        { status, fulfilments, refunded },
        { status: 'fulfilled', fulfilments: ['ch_1001'], refunded: 1_000 }
      )
    }
  )
  await t.test('both programs say at their start which types are own', () => {
    for (const { lines } of [shop.ingest, ...shop.workers])
      assert.ok(lines.some(line => line.includes('"ownFacts":["charge.succeeded"]')))
  })

  await shop.ledger.pool.query(`update events set finished = finished - interval '1 hour'`)
  await t.test('check-invariants reads it as the workers do', async () => {
    const { code, said } = await checkInvariantsOf(shop, { OWN_FACTS: CHARGES })
    assert.equal(code, 0, said)
  })
  for (const [what, body, says] of [
    [
      'tells otherwise',
      `({ payment: 'ch_other', facts: [{ kind: 'canceled' }] })`,
      /in it stands ch_other canceled/
    ],
    [
      'throws',
      `{ throw new TypeError(JSON.stringify(event)) }`,
      /cannot be read again: the own reading of charge/
    ]
  ] as const)
    await t.test(`check-invariants names the event if the module ${what} by now`, async t => {
      const OWN_FACTS = ownModule(t, `export const facts = { 'charge.succeeded': event => ${body} }`)
      const { code, said } = await checkInvariantsOf(shop, { OWN_FACTS })
      assert.equal(code, 1, said)
      assert.match(said, says)
      assert.doesNotMatch(said, /secret@/)
    })
})

test('without the module the same event is answered 200 and ignored', async t => {
  // The worker has it already: it is the first to be deployed.
  const shop = await startShop(t, { workerEnv: { OWN_FACTS: CHARGES } })
  const [strange, known] = [chargeEvent('1001'), checkoutEvent('completed', { order: '1002' })]
  assert.equal((await shop.deliver(strange)).status, 200)
  assert.equal(await shop.events.getJob(strange.id), undefined)
  await shop.deliverAll([known])
  await shop.finished([known])
  assert.equal(await ledgerRow(shop, strange), undefined)
})

test('a worker that has not the module yet puts the event off, and one that has it finishes it', async t => {
  const shop = await startShop(t, { env: { OWN_FACTS: CHARGES }, workerEnv: { OWN_FACTS: '' } })
  const event = chargeEvent('1001')
  await shop.deliverAll([event])
  await eventually(async () => assert.equal((await ledgerRow(shop, event))?.error_code, 'UNKNOWN_EVENT_TYPE'))
  assert.equal((await ledgerRow(shop, event)).failed, null)

  const [old] = shop.workers
  old?.kill('SIGTERM')
  await old?.ended
  await shop.startWorker({ OWN_FACTS: CHARGES })
  await shop.finished([event])
  assert.equal((await outcomeOf(shop.ledger, '1001')).status, 'fulfilled')
})

/** One batch's worth, as the ingest queues them, with a single attempt each. */
const enqueue = (shop: Shop, events: readonly StripeEvent[]) =>
  shop.events.addBulk(
    events.map(event => ({
      name: event.type,
      data: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' } satisfies EventJob,
      opts: { ...EVENT_JOB_OPTIONS, jobId: event.id, attempts: 1 }
    }))
  )

for (const [what, body, code, place] of [
  [
    'whose amount is a text',
    `telling({ amount: charge.secret, currency: 'eur' })`,
    'OWN_FACTS_WRONG',
    'facts[0].value.amount'
  ],
  ['that is promised', `Promise.reject(new Error(charge.secret))`, 'OWN_FACTS_WRONG', 'what it gives'],
  ['that throws', `charge[charge.secret].more`, 'OWN_FACTS_THREW', 'TypeError at own.mjs:4']
] as const) {
  test(`a reading ${what} fails its event, and no other of its batch`, async t => {
    const OWN_FACTS = ownModule(
      t,
      `export const facts = {
        'charge.succeeded': ({ data: { object: charge } }) => {
          const telling = value => ({ payment: charge.id, order: charge.metadata.order_id, facts: [{ kind: 'paid', value }] })
          return charge.id === 'ch_bad' ? ${body} : telling({ amount: charge.amount, currency: charge.currency })
        }
      }`
    )
    const shop = await startShop(t, { env: { OWN_FACTS } })
    const bad = chargeEvent('bad')
    const good = Array.from({ length: 30 }, (_, n) => chargeEvent(`${n}`))
    await enqueue(shop, [...good.slice(0, 15), bad, ...good.slice(15)])
    await shop.finished(good)

    const row = await eventually(async () => {
      const failed = await ledgerRow(shop, bad)
      assert.ok(failed?.failed)
      return failed
    })
    assert.equal(row.finished, null)
    assert.equal(row.error_code, code)
    assert.ok(row.error_text.includes(place), row.error_text)
    const reason = await eventually(async () => {
      const { failedReason } = (await shop.events.getJob(bad.id)) ?? {}
      assert.ok(failedReason)
      return failedReason
    })
    assert.ok(reason.startsWith(`${code}: `), reason)
    const [worker] = shop.workers
    assert.doesNotMatch(`${row.error_text}${reason}${worker?.lines.join('\n')}`, /secret@/)
    assert.equal((await outcomeOf(shop.ledger, 'bad')).status, undefined)
  })
}
