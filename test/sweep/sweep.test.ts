import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { idsOf, KEY, nowS, paidAt, startSweptShop } from './swept-shop.ts'

test('what webhooks never brought is found, settled once, and told of; nothing else is touched', async t => {
  const { shop, stripe, rows, missed, sweptAgain, gaps } = await startSweptShop(t)

  await t.test('of three pages of one second, a third was delivered', async () => {
    const events = paidAt(nowS() - 60, 240, 'tie')
    const delivered = events.filter((_, n) => n % 3 === 0)
    const lost = events.filter((_, n) => n % 3 !== 0)
    await shop.deliverAll(delivered)
    await shop.finished(delivered)
    stripe.list(events)
    await shop.finished(events)
    assert.deepEqual(await missed(), idsOf(lost))
    const how = await rows('select how, count(*)::int as n from events group by how order by how')
    assert.deepEqual(how, [
      { how: 'sweep', n: 160 },
      { how: 'webhook', n: 80 }
    ])
  })

  await t.test('swept again and again, nothing happens twice', async () => {
    const before = await rows('select id, attempts, received from events order by id')
    await sweptAgain(2)
    assert.deepEqual(await rows('select id, attempts, received from events order by id'), before)
    assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 240 }])
    assert.equal((await missed()).length, 160)
  })

  await t.test('a delivery that follows the sweep changes nothing', async () => {
    const [late] = paidAt(nowS() - 30, 1, 'late-delivery')
    assert.ok(late)
    stripe.list([late])
    await shop.finished([late])
    await shop.deliverAll([late])
    await sweptAgain()
    const found = await rows(`select attempts, how from events where id = '${late.id}'`)
    assert.deepEqual(found, [{ attempts: 1, how: 'sweep' }])
  })

  await t.test('new events come in at the head between two pages', async () => {
    const [old, fresh] = [paidAt(nowS() - 20, 150, 'old'), paidAt(nowS() - 10, 20, 'fresh')]
    let isDone = false
    stripe.list(old)
    stripe.when(({ params }) => {
      if (!isDone && params.has('starting_after')) {
        isDone = true
        stripe.list(fresh)
      }
      return undefined
    })
    await shop.finished([...old, ...fresh])
    stripe.when(() => undefined)
  })

  await t.test('an event appears in the list minutes after its time', async () => {
    await sweptAgain()
    const late = paidAt(nowS() - 9 * 60, 1, 'late-listing')
    stripe.list(late)
    await shop.finished(late)
  })

  await t.test('Stripe says that we ask too much, and fails, in the middle of a list', async () => {
    const events = paidAt(nowS() - 5, 3, 'answered')
    const answers = [429, 500, 503]
    stripe.list(events)
    stripe.when(({ params }) => (params.has('starting_after') ? answers.shift() : undefined))
    await shop.finished(events)
    await eventually(() => assert.deepEqual(answers, []))
  })

  await t.test(
    'the key is refused: it is in the log and in the gaps, and once it is mended nothing is missing',
    async () => {
      const events = paidAt(nowS(), 3, 'wrong-key')
      stripe.when(() => 401)
      await eventually(() => {
        const [worker] = shop.workers
        assert.ok(
          worker?.lines.some(
            line => line.includes('could not be listed') && line.includes('Stripe answered 401')
          )
        )
      })
      stripe.list(events)
      const { text } = await gaps()
      assert.match(text, /failing since: Stripe answered 401 .* is STRIPE_SECRET_KEY right/)
      stripe.when(() => undefined)
      await shop.finished(events)
      await sweptAgain()
      assert.doesNotMatch((await gaps()).text, /failing/)
    }
  )

  await t.test('gaps says that nothing is missing, and what was', async () => {
    const { code, text } = await gaps('--limit', '3')
    assert.equal(code, 0, text)
    assert.match(text, /^gap 0 as of 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\n/)
    assert.equal(text.match(/finished by sweep/g)?.length, 3)
    const told = JSON.parse((await gaps('--json')).text)
    assert.deepEqual([told.complete, told.accounts.length, told.accounts[0].gap], [true, 1, 0])
    assert.equal((await gaps('--within', '0s')).code, 1)
    assert.equal((await gaps('--within', 'soon')).code, 2)
  })

  for (const { lines } of shop.workers) for (const line of lines) assert.ok(!line.includes(KEY))
})

test('what was accepted and not finished comes back when Redis has lost its memory, and so does the schedule', async t => {
  const { shop, stripe, rows } = await startSweptShop(t)
  const [worker] = shop.workers
  worker?.kill('SIGKILL')
  await worker?.ended
  const accepted = paidAt(nowS(), 20, 'accepted')
  await shop.deliverAll(accepted)
  await openRedis(t, shop.redisUrl).flushdb()
  stripe.list(accepted)
  await shop.startWorker()
  await shop.finished(accepted)
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 20 }])
})

test('two workers sweep one at a time, and one that is killed in the middle leaves no gap', async t => {
  const { shop, stripe, rows } = await startSweptShop(t)
  const events = paidAt(nowS(), 450, 'killed')
  let kills = 0
  stripe.list(events)
  stripe.when(({ params }) => {
    if (!params.has('starting_after') || kills > 0) return undefined
    kills += 1
    for (const worker of shop.workers) worker.kill('SIGKILL')
    return 'hang'
  })
  await Promise.all(shop.workers.map(({ ended }) => ended))
  assert.equal(kills, 1)
  await Promise.all([shop.startWorker(), shop.startWorker()])
  await shop.finished(events)
  assert.equal(stripe.mostAtOnce(), 1)
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 450 }])
})

test('SIGTERM in the middle of a sweep ends it cleanly', async t => {
  const { shop, stripe } = await startSweptShop(t)
  const [worker] = shop.workers
  let isStopped = false
  stripe.list(paidAt(nowS(), 150, 'stopped'))
  stripe.when(({ params }) => {
    if (isStopped || !params.has('starting_after')) return undefined
    isStopped = true
    worker?.kill('SIGTERM')
    return 500
  })
  assert.deepEqual(await worker?.ended, { code: 0, signal: null })
})

test('connected accounts are swept where they are named, and their events are theirs', async t => {
  const { shop, stripe, rows, gaps } = await startSweptShop(t, { workerEnv: { SWEEP_ACCOUNTS: 'acct_1' } })
  const [own, theirs] = [paidAt(nowS(), 1, 'same'), paidAt(nowS(), 1, 'same')]
  const others = paidAt(nowS(), 1, 'same')
  stripe.list(own)
  stripe.list(theirs, 'acct_1')
  stripe.list(others, 'acct_2')
  await shop.finished([...own, ...theirs])
  assert.deepEqual(await rows('select account, order_id from fulfilments order by account'), [
    { account: '', order_id: 'same-0' },
    { account: 'acct_1', order_id: 'same-0' }
  ])
  await eventually(async () => assert.match((await gaps()).text, /^acct_1: gap 0 as of/m))
})

test('without being told to, the first sweep fetches nothing from before paidonce was there', async t => {
  const { shop, stripe, sweptAgain, missed } = await startSweptShop(t, { workerEnv: { SWEEP_BACK: '' } })
  const before = paidAt(nowS() - 1_800, 3, 'before')
  stripe.list(before)
  await sweptAgain(2)
  assert.deepEqual(await missed(), [])
  const since = [checkoutEvent('completed', { order: 'since' })]
  stripe.list(since)
  await shop.finished(since)
  assert.deepEqual(await missed(), idsOf(since))
})

test('a worker whose sweep is off asks nothing and keeps no schedule', async t => {
  const { shop, stripe, gaps } = await startSweptShop(t, { workerEnv: { SWEEP_EVERY: 'off' } })
  const events = paidAt(nowS(), 1, 'quiet')
  stripe.list(events)
  await shop.deliverAll(events)
  await shop.finished(events)
  assert.deepEqual(await openRedis(t, shop.redisUrl).keys('bull:{schedule-*'), [])
  assert.equal(stripe.asked(), 0)
  const { code, text } = await gaps()
  assert.equal(code, 1)
  assert.match(text, /Set STRIPE_SECRET_KEY/)
})
