import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ORDER, startTwin } from '../twin-for-tests.ts'

const post = (url: string, fields: Readonly<Record<string, string>>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })

async function paid(t: Parameters<typeof startTwin>[0]) {
  const twin = await startTwin(t)
  const session = await twin.stripe.checkout.sessions.create(ORDER)
  await post(session.url ?? '', { way: 'card', email: 'ann@example.com', name: 'Ann' })
  const press = (way: string) => post(`${twin.origin}/payments`, { session: session.id, way })
  const page = async () => await (await fetch(`${twin.origin}/payments`)).text()
  return { ...twin, session, press, page }
}

test('a payment is refunded by half, then the rest, as the API then shows it', async t => {
  const { stripe, press, page } = await paid(t)
  assert.match(await page(), />Refund</)
  await press('refund_half')
  await press('refund_half') // an old page: half is only offered once
  assert.match(await page(), /21\.45 refunded.*>Refund the rest</s)
  await press('refund_all')
  const refunds = await stripe.refunds.list()
  assert.deepEqual(
    refunds.data.map(({ amount, status }) => [amount, status]),
    [
      [2_145, 'succeeded'],
      [2_145, 'succeeded']
    ]
  )
  assert.doesNotMatch(await page(), /<button/)
  const types = (await stripe.events.list()).data.map(({ type }) => type)
  assert.equal(types.filter(type => type === 'charge.refunded').length, 2)
})

test('a dispute is opened and decided', async t => {
  const { stripe, press, page } = await paid(t)
  await press('win') // there is none yet
  await press('dispute')
  assert.match(await page(), /dispute: needs response/)
  await press('win')
  const [dispute] = (await stripe.disputes.list()).data
  assert.equal(dispute?.status, 'won')
  const types = (await stripe.events.list()).data.map(({ type }) => type)
  assert.ok(types.includes('charge.dispute.funds_reinstated'))
})

test('the address alone leads to the payments', async t => {
  const { origin } = await paid(t)
  const answer = await fetch(origin)
  assert.equal(answer.url, `${origin}/payments`)
  assert.match(await answer.text(), /<h1>Payments/)
})

test('what buyers typed stays text on the page', async t => {
  const { origin, stripe } = await startTwin(t)
  const hostile = '<script>alert(1)</script>'
  const session = await stripe.checkout.sessions.create({ ...ORDER, metadata: { order_id: hostile } })
  await post(session.url ?? '', { way: 'card', email: 'ann@example.com', name: hostile })
  const page = await (await fetch(`${origin}/payments`)).text()
  assert.match(page, /&lt;script&gt;/)
  assert.doesNotMatch(page, /<script/)
})
