import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import { ORDER, startTwin } from './twin-for-tests.ts'

const names = (lines: readonly Stripe.LineItem[]) => lines.map(({ description }) => description)
const counted = (count: number) => Array.from({ length: count }, (_, index) => `Thing ${index}`)

/** A session with so many lines. */
const create = (stripe: Stripe, count: number) =>
  stripe.checkout.sessions.create({
    ...ORDER,
    line_items: counted(count).map(name => ({
      quantity: 1,
      price_data: { currency: 'eur', unit_amount: 100, product_data: { name } }
    }))
  })

test('the lines of a session say what was bought, how many and for how much', async t => {
  const { stripe } = await startTwin(t)
  const { id } = await stripe.checkout.sessions.create(ORDER)
  const { data, has_more, url } = await stripe.checkout.sessions.listLineItems(id)
  assert.deepEqual(
    data.map(({ description, quantity, amount_total, currency, price }) => [
      description,
      quantity,
      amount_total,
      currency,
      price?.unit_amount
    ]),
    [
      ['Tea <img src=x> & more', 2, 3_800, 'eur', 1_900],
      ['Postage', 1, 490, 'eur', 490]
    ]
  )
  assert.equal(has_more, false)
  assert.equal(url, `/v1/checkout/sessions/${id}/line_items`)
})

test('of many lines ten come at a time, and Stripe’s own library reads them all, page by page', async t => {
  const { stripe } = await startTwin(t)
  const { id } = await create(stripe, 25)
  const first = await stripe.checkout.sessions.listLineItems(id)
  assert.deepEqual([first.data.length, first.has_more], [10, true])
  const all = await stripe.checkout.sessions.listLineItems(id).autoPagingToArray({ limit: 1_000 })
  assert.deepEqual(names(all), counted(25))
  const large = await stripe.checkout.sessions.listLineItems(id, { limit: 100 })
  assert.deepEqual(
    large.data.map(line => line.id),
    all.map(line => line.id)
  )
})

test('the page before a line ends with the line before it', async t => {
  const { stripe } = await startTwin(t)
  const { id } = await create(stripe, 25)
  const { data: all } = await stripe.checkout.sessions.listLineItems(id, { limit: 25 })
  const before = { ending_before: all[20]?.id ?? '', limit: 5 }
  const { data, has_more } = await stripe.checkout.sessions.listLineItems(id, before)
  assert.deepEqual([names(data), has_more], [counted(20).slice(15), true])
})

test('a page that cannot be is refused as Stripe refuses it, and so is a session that is not there', async t => {
  const { stripe } = await startTwin(t)
  const { id } = await create(stripe, 2)
  const list = (params: Stripe.Checkout.SessionListLineItemsParams) =>
    stripe.checkout.sessions.listLineItems(id, params)
  await assert.rejects(list({ limit: 101 }), { statusCode: 400, param: 'limit' })
  await assert.rejects(list({ starting_after: 'li_gone' }), { statusCode: 400, code: 'resource_missing' })
  await assert.rejects(stripe.checkout.sessions.listLineItems('cs_test_gone'), { statusCode: 404 })
})

test('a session comes with its first lines only where they are asked for', async t => {
  const { stripe } = await startTwin(t)
  const { id } = await create(stripe, 12)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).line_items, undefined)
  const { line_items } = await stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] })
  assert.deepEqual([line_items?.data.length, line_items?.has_more], [10, true])
})
