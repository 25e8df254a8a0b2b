import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../facts/fact.ts'
import { LETTER_KINDS } from '../orders/letter-kinds.ts'
import { letterContent, type ShopRules } from './letter-content.ts'

const SHOP: ShopRules = {
  shopName: 'Small Books',
  shopColour: '#0b7285',
  shopLogo: null,
  orderUrlTemplate: 'https://shop.example/orders/{order}',
  defaultLocale: 'vi'
}
const EUR30 = { amount: 3000, currency: 'eur' }
const about = { payment: 'pi_1', order: '1001' }

const contentOf = (kind: (typeof LETTER_KINDS)[number], facts: readonly Fact[]) =>
  letterContent({ kind, ...about }, facts, SHOP).content

for (const kind of LETTER_KINDS) {
  test(`a ${kind} letter is about its order, in the words of the shop`, () => {
    const { kind: told, order, shopName, orderUrl, locale } = contentOf(kind, [])
    assert.deepEqual(
      { told, order, shopName, orderUrl, locale },
      {
        told: kind,
        order: '1001',
        shopName: 'Small Books',
        orderUrl: 'https://shop.example/orders/1001',
        locale: 'vi'
      }
    )
  })

  test(`a ${kind} letter names no amount when its currency is not known`, () => {
    assert.equal(contentOf(kind, []).money, null)
  })
}

test('the letter about a refund names what went back, and not what was paid', () => {
  const facts: Fact[] = [
    { kind: 'paid', ...about, value: EUR30 },
    { kind: 'refunded', ...about, value: { amount: 2500 } }
  ]
  assert.deepEqual(contentOf('refunded', facts).money, { amount: 2500, currency: 'eur' })
})

test('the letter about a failed payment names what was to be paid, to the buyer in their own language', () => {
  const buyer = { email: 'anh@example.com', name: 'Minh Anh', locale: 'en-GB' }
  const facts: Fact[] = [{ kind: 'failed', ...about, value: { ...EUR30, ...buyer } }]
  const { to, content } = letterContent({ kind: 'payment_failed', ...about }, facts, SHOP)
  assert.equal(to, 'anh@example.com')
  assert.deepEqual(
    { money: content.money, name: content.name, locale: content.locale },
    { money: EUR30, name: 'Minh Anh', locale: 'en' }
  )
})
