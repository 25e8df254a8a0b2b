import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Phrases } from './phrases.ts'
import { renderIn } from './render-letter.ts'

const hebrew: Phrases = {
  payment_failed: ({ order, name, shopName }) => ({
    subject: `התשלום עבור הזמנה ${order} לא עבר`,
    preheader: 'לא חויבת',
    heading: 'התשלום לא עבר',
    greeting: `שלום ${name},`,
    opening: `התשלום עבור הזמנה ${order} אצל ${shopName} לא עבר.`,
    orderLabel: 'הזמנה',
    amountLabel: 'סכום',
    paragraphs: [],
    button: 'להזמין שוב',
    closing: [],
    farewell: 'בברכה,',
    reason: `הזמנת אצל ${shopName}.`
  })
}

const rendered = renderIn(
  { tag: 'he', phrases: hebrew },
  {
    kind: 'payment_failed',
    order: '1001-A',
    money: { amount: 3000, currency: 'eur' },
    name: 'Minh Anh',
    shopName: 'Small Books',
    shopColour: '#0b7285',
    shopLogo: null,
    orderUrl: 'https://shop.example/orders/1001'
  }
)

test('a language that is written from right to left makes the whole letter so', () => {
  const { html } = rendered
  assert.ok(html.includes('<html lang="he" dir="rtl"'))
  assert.doesNotMatch(html, /direction:ltr|text-align:left|dir="ltr"/)
  assert.match(html, /<td align="right"[^>]*class="soft"/)
  assert.match(html, /<td align="left"[^>]*padding-right:24px/)
})

test('a value within a sentence from right to left is one piece, so that 1001-A is not read as A-1001', () => {
  for (const body of [rendered.text, rendered.html]) {
    assert.ok(body.includes('הזמנה \u2068\u0031001-A\u2069 אצל \u2068Small Books\u2069 לא'))
    assert.equal(body.match(/\u2068/g)?.length, body.match(/\u2069/g)?.length)
  }
})

test('the subject, which mail servers and lists of letters read too, holds no such marks', () => {
  assert.equal(rendered.subject, 'התשלום עבור הזמנה 1001-A לא עבר')
})
