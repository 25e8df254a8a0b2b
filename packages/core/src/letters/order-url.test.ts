import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orderUrl } from './order-url.ts'

const TEMPLATE = 'https://shop.example/again?order={order}'

test('the order is filled in wherever the template asks for it', () => {
  assert.equal(
    orderUrl('https://shop.example/{order}?again={order}', '1001'),
    'https://shop.example/1001?again=1001'
  )
})

test('a template without a place for the order is the same page for all', () => {
  assert.equal(orderUrl('https://shop.example/', '1001'), 'https://shop.example/')
})

test('an order with signs of its own stays one value of the query', () => {
  const anyOrder = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'/?#&=%+{}@:. 1') })
  )
  fc.assert(
    fc.property(anyOrder, order => {
      const url = new URL(orderUrl(TEMPLATE, order) ?? '')
      assert.deepEqual([url.host, url.pathname, url.hash], ['shop.example', '/again', ''])
      assert.deepEqual([...url.searchParams], [['order', order]])
    })
  )
})

test('half a character in an order does not throw', () => {
  assert.equal(orderUrl(TEMPLATE, '\ud800'), 'https://shop.example/again?order=%EF%BF%BD')
})

test('the order cannot choose the host', () => {
  assert.equal(orderUrl('https://{order}', 'elsewhere.example'), null)
  assert.equal(orderUrl('https://{order}.shop.example/', 'elsewhere'), null)
  assert.equal(orderUrl('https://shop.example{order}/', '.elsewhere'), null)
})

for (const template of [
  'javascript:alert({order})',
  'ftp://shop.example/{order}',
  '/orders/{order}',
  '{order}',
  ''
]) {
  test(`the template ${JSON.stringify(template)} gives no link`, () => {
    assert.equal(orderUrl(template, '1001'), null)
    assert.equal(orderUrl(template, 'https://elsewhere.example/'), null)
  })
}
