import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../support/eventually.ts'
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
    const late = paidAt(nowS() - 5 * 60, 1, 'late-listing')
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
