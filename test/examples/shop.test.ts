import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { testStack } from '../support/test-stack.ts'
import { postForm, startExampleShop } from './support/example-shop.ts'
import { node, runProgram } from './support/run-program.ts'

test('the example shop, with what stands in for Stripe, an ingest and a worker', async t => {
  const { url, buy, pay, pageOf, becomes, orderOf, announcements, paidonce } = await startExampleShop(t)

  await t.test('an order paid by card is shipped once, and the buyer sees it', async () => {
    const { id, payUrl } = await buy({ quantity: 3 })
    assert.match(await pageOf(id), /Waiting for your money/)
    assert.match(await (await fetch(payUrl)).text(), /€57\.00/)

    const back = (await pay(payUrl, 'card')) ?? ''
    assert.match(back.replace(`${url}/orders/${id}`, ''), /^\?session=cs_test_\w+$/)
    await becomes(id, 'shipped')
    assert.deepEqual(await orderOf(id), {
      status: 'shipped',
      parcels: 1,
      amount: 5_700,
      currency: 'eur',
      note: null
    })
    const page = await pageOf(id)
    assert.match(page, /On its way/)
    assert.doesNotMatch(page, /http-equiv="refresh"/)
    const { rows } = await paidonce.ledger.pool.query(
      `select value from facts where order_id = $1 and kind = 'registered'`,
      [id]
    )
    assert.deepEqual(rows, [{ value: { amount: 5_700, currency: 'eur' } }])
    const { status, mismatch, fulfilments } = await outcomeOf(paidonce.ledger, id)
    assert.deepEqual(
      { status, mismatch, fulfilments: fulfilments.length },
      {
        status: 'fulfilled',
        mismatch: [],
        fulfilments: 1
      }
    )
  })

  await t.test(
    'money that comes later ships the order later, in a currency without decimals, too',
    async () => {
      const { id, payUrl } = await buy({ product: 'coffee', quantity: 2 })
      assert.match(await (await fetch(payUrl)).text(), /₫370,000/)
      await pay(payUrl, 'bank')
      assert.match(await pageOf(id), /http-equiv="refresh"/)
      await becomes(id, 'shipped')
      assert.equal((await orderOf(id))?.parcels, 1)
    }
  )

  await t.test('money that does not come cancels the order, and the buyer gets a letter', async () => {
    const { id, payUrl } = await buy({ locale: 'vi' })
    const email = `${id.toLowerCase()}@example.com`
    await pay(payUrl, 'bank_fails', email)
    await becomes(id, 'cancelled')
    assert.equal((await orderOf(id))?.parcels, 0)
    await eventually(async () => {
      const letters = (await (await fetch(`${testStack().mailUrl}/api/letters`)).json()) as { to: string[] }[]
      assert.equal(letters.filter(({ to }) => to.includes(email)).length, 1)
    })
  })

  await t.test('an order whose session expires is cancelled', async () => {
    const { id, payUrl } = await buy()
    await pay(payUrl, 'expire')
    await becomes(id, 'cancelled')
    assert.match(await (await fetch(payUrl)).text(), /This session has expired/)
  })

  await t.test('the same announcement twice ships once', async () => {
    const { id, payUrl } = await buy()
    await pay(payUrl, 'card')
    await becomes(id, 'shipped')

    const jobs = await announcements.getJobs()
    const told = jobs.find(({ data }) => (data as Announcement).order === id)
    const again = await announcements.add('order.fulfilled', told?.data, { jobId: 'the-same-again' })
    await eventually(async () => assert.equal(await again.getState(), 'completed'))
    assert.equal((await orderOf(id))?.parcels, 1)
  })

  await t.test(
    'an order that was paid with another amount than registered is looked at, not shipped',
    async () => {
      const { id, payUrl } = await buy()
      await paidonce.ledger.pool.query(`select register_order('', $1, 3801, 'eur')`, [id])
      await pay(payUrl, 'card')
      await becomes(id, 'review')
      const { parcels, note } = (await orderOf(id)) ?? {}
      assert.equal(parcels, 0)
      assert.match(note ?? '', /amount/)
      assert.match(await pageOf(id), /need not do anything/)
      assert.equal((await outcomeOf(paidonce.ledger, id)).status, 'review')
    }
  )

  const announce = async (kind: string, order: string, payment = 'pi_x') => {
    const id = `of-the-test-${kind}-${order}`
    const data = { id, kind, order, data: { payment, amount: 1, currency: 'eur' } }
    const job = await announcements.add(kind, data, { jobId: id })
    await eventually(async () => assert.equal(await job.getState(), 'completed'))
  }

  await t.test('what is shipped stays shipped, whatever is announced late', async () => {
    const { id, payUrl } = await buy()
    await pay(payUrl, 'card')
    await becomes(id, 'shipped')
    for (const kind of ['order.payment_failed', 'order.expired', 'order.review']) await announce(kind, id)
    await announce('order.paid_twice', id, 'pi_second')
    const { status, parcels, note } = (await orderOf(id)) ?? {}
    assert.deepEqual(
      { status, parcels, note },
      { status: 'shipped', parcels: 1, note: 'paid twice: refund pi_second' }
    )
  })

  await t.test(
    'a kind that is new and an order of somebody else are heard, and nothing is done',
    async () => {
      await announce('order.of_next_year', 'A00000000000')
      await announce('order.fulfilled', 'A00000000000')
      assert.equal(await orderOf('A00000000000'), undefined)
    }
  )

  await t.test(
    'pressing Buy twice makes one order and one session; from a page that was changed, none',
    async () => {
      const { id, fields, payUrl } = await buy()
      const again = await postForm(`${url}/buy`, fields)
      assert.equal(again.headers.get('location'), payUrl)
      assert.equal((await postForm(`${url}/buy`, { ...fields, quantity: '7' })).status, 409)
      assert.equal((await orderOf(id))?.amount, 3_800)
    }
  )

  await t.test(
    'the price is the shop’s, whatever the form says, and what it cannot read it refuses',
    async () => {
      const { id, fields } = await buy()
      const cheap = { ...fields, id: 'AAAAAAAAAAAA', amount: '1', price: '1', currency: 'vnd' }
      assert.equal((await postForm(`${url}/buy`, cheap)).status, 303)
      assert.equal((await orderOf('AAAAAAAAAAAA'))?.amount, (await orderOf(id))?.amount)

      for (const wrong of [
        { quantity: '0' },
        { quantity: '1.5' },
        { product: 'gold' },
        { id: 'short' },
        { email: 'x' }
      ])
        assert.equal((await postForm(`${url}/buy`, { ...fields, ...wrong })).status, 400)
      assert.equal(await orderOf('short'), undefined)
    }
  )
})

test('while the checkout cannot be opened the buyer may try again, and it stays one order', async t => {
  const { shop, start, url, becomes, pay, database } = await startExampleShop(t)
  shop.kill('SIGTERM')
  assert.equal(await shop.ended, 0)
  const broken = await start({ STRIPE_API_URL: 'http://127.0.0.1:1' })
  const fields = { id: 'BBBBBBBBBBBB', product: 'tea', quantity: '1', email: 'ann@example.com', locale: 'en' }
  const answer = await postForm(`${url}/buy`, fields)
  assert.equal(answer.status, 503)
  assert.match(await answer.text(), /name="id" value="BBBBBBBBBBBB"/)
  broken.kill('SIGTERM')
  await broken.ended

  await start()
  const { headers } = await postForm(`${url}/buy`, fields)
  await pay(headers.get('location') ?? '', 'card')
  await becomes('BBBBBBBBBBBB', 'shipped')
  assert.equal((await database.query('select from orders')).rowCount, 1)
})

test('without its settings the shop does not start, names each, and repeats no value', async t => {
  const env = { STRIPE_SECRET_KEY: 'sk_live_secret', REDIS_URL: 'http://secret', SHOP_DATABASE_URL: '' }
  const { ended, lines } = runProgram(t, { command: node('examples/shop/dist/main.js'), env })
  assert.equal(await ended, 1)
  const said = lines.join('\n')
  for (const name of ['STRIPE_SECRET_KEY', 'REDIS_URL', 'SHOP_DATABASE_URL', 'PAIDONCE_DATABASE_URL'])
    assert.match(said, new RegExp(`${name} is (required|not usable)`))
  assert.match(said, /test key of Stripe/)
  assert.doesNotMatch(said, /secret\b| {4}at /)
})

test('a shop whose database is not there says which setting to look at', async t => {
  const env = {
    STRIPE_SECRET_KEY: 'sk_test_a',
    REDIS_URL: testStack().redisUrl,
    SHOP_DATABASE_URL: 'postgres://nobody:password@127.0.0.1:1/shop',
    PAIDONCE_DATABASE_URL: testStack().databaseUrl
  }
  const { ended, lines } = runProgram(t, { command: node('examples/shop/dist/main.js'), env })
  assert.equal(await ended, 1)
  assert.match(lines.join('\n'), /ECONNREFUSED.*SHOP_DATABASE_URL/)
  assert.doesNotMatch(lines.join('\n'), /password/)
})

test('a buyer who is back before the webhook sees that the order is paid, and it is shipped once', async t => {
  const { buy, pay, becomes, orderOf, pageOf } = await startExampleShop(t, { withoutWebhook: true })
  const { id, payUrl } = await buy()
  const other = await buy()
  const session = new URL((await pay(payUrl, 'card')) ?? '').search
  assert.match(await pageOf(`${other.id}${session}`), /Waiting for your money/)
  assert.match(await pageOf(`${id}${session}`), /Your money is here/)
  await becomes(id, 'shipped')
  assert.equal((await orderOf(id))?.parcels, 1)
  assert.equal((await orderOf(other.id))?.status, 'waiting')
})
