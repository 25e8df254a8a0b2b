import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { gaps } from '@paidonce/operator/cli/gaps'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import { eventually } from '../support/eventually.ts'
import { runOperator } from '../support/run-operator.ts'
import { startShop } from '../support/shop.ts'
import { startGate } from '../support/stripe-gate.ts'
import { idsOf, KEY, nowS, paidAt } from './swept-shop.ts'

test('while Stripe’s API fails, is away or hangs nothing is lost: the next sweep reads the same window', async t => {
  const { origin, shelves } = await startTwin(t)
  const gate = await startGate(t, { '': origin })
  const shop = await startShop(t, {
    workerEnv: {
      STRIPE_SECRET_KEY: KEY,
      STRIPE_API_URL: gate.url,
      STRIPE_REQUESTS_PER_SECOND: '100',
      SWEEP_EVERY: '1s',
      SWEEP_AFTER: '0s',
      SWEEP_BACK: '1h'
    }
  })
  const rows = async (sql: string) => (await shop.ledger.pool.query(sql)).rows
  const sweptWith = (error: string | null) =>
    eventually(async () => {
      const [last] = await rows('select error from sweeps order by at desc, id desc limit 1')
      assert.deepEqual(last, { error })
    })
  const gapsSay = async () => await runOperator(gaps, [], { DATABASE_URL: shop.databaseUrl })

  const lost: StripeEvent[] = []
  /** Orders are paid, and no webhook tells. */
  const isPaid = (name: string) => {
    for (const n of [1, 2, 3]) {
      const { steps } = playSequence('card', { orderId: `${name}-${n}`, seed: 'outage', now: nowS() })
      shelves.keep(steps.map(({ event }) => event))
      lost.push(...steps.map(({ event }) => event as unknown as StripeEvent).filter(isActedOn))
    }
  }
  const isActedOn = ({ type }: StripeEvent) => Object.hasOwn(FACTS, type)
  await sweptWith(null)

  await t.test(
    '500 and then nobody there: gaps say so, and webhooks are taken and settled as ever',
    async () => {
      gate.when(() => 500)
      isPaid('broken')
      const before = gate.asked.length
      await eventually(() => assert.ok(gate.asked.length > before))
      await gate.down()
      isPaid('absent')
      const delivered = paidAt(nowS(), 1, 'delivered')
      await shop.deliverAll(delivered)
      await shop.finished(delivered)
      await sweptWith('no answer from Stripe')
      assert.match((await gapsSay()).out, /failing since: no answer from Stripe \(/)
    }
  )

  await t.test('back, and the first answer never comes', async () => {
    let hung = 0
    gate.when(({ path }) => (path === '/v1/events' && ++hung === 1 ? 'hang' : undefined))
    await gate.up()
    await shop.finished(lost)
    assert.ok(hung > 1)
  })

  await sweptWith(null)
  assert.deepEqual(
    (await rows('select id from missed_events order by id')).map(({ id }) => id),
    idsOf(lost)
  )
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 7 }])
  const uncovered = await rows(`
    select failed.since, failed.until from sweeps as failed where failed.error is not null and not exists (
      select from sweeps as whole where whole.error is null and whole.at > failed.at
        and whole.since <= failed.since and whole.until >= failed.until)`)
  assert.deepEqual(uncovered, [])
  const { code, out } = await gapsSay()
  assert.equal(code, 0, out)
  assert.doesNotMatch(out, /failing/)
  for (const { lines } of shop.workers) for (const line of lines) assert.ok(!line.includes(KEY))
})
