import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LetterKind } from '../orders/letter-kinds.ts'
import { LETTER_KINDS } from '../orders/letter-kinds.ts'
import type { Phrases, Values } from './phrases.ts'
import { renderIn } from './render-letter.ts'

const words = ({ order, name, shopName }: Values) => ({
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

const hebrew: Phrases = {
  payment_failed: words,
  payment_declined: words,
  refunded: values => ({ ...words(values), button: null })
}

const render = (kind: LetterKind) =>
  renderIn(
    { tag: 'he', phrases: hebrew },
    {
      kind,
      order: '1001-A',
      money: { amount: 3000, currency: 'eur' },
      name: 'Minh Anh',
      shopName: 'Small Books',
      shopColour: '#0b7285',
      shopLogo: null,
      orderUrl: 'https://shop.example/orders/1001'
    }
  )

for (const kind of LETTER_KINDS) {
  const rendered = render(kind)

  test(`a language that is written from right to left makes the whole ${kind} letter so`, () => {
    const { html } = rendered
    assert.ok(html.includes('<html lang="he" dir="rtl"'))
    assert.doesNotMatch(html, /direction:ltr|text-align:left|dir="ltr"/)
    assert.match(html, /<td align="right"[^>]*class="soft"/)
    assert.match(html, /<td align="left"[^>]*padding-right:24px/)
  })

  test(`a value within a sentence of a ${kind} letter from right to left is one piece, so that 1001-A is not read as A-1001`, () => {
    for (const body of [rendered.text, rendered.html]) {
      assert.ok(body.includes('הזמנה \u2068\u0031001-A\u2069 אצל \u2068Small Books\u2069 לא'))
      assert.equal(body.match(/\u2068/g)?.length, body.match(/\u2069/g)?.length)
    }
  })

  test(`the subject of a ${kind} letter, which mail servers and lists of letters read too, holds no such marks`, () => {
    assert.equal(rendered.subject, 'התשלום עבור הזמנה 1001-A לא עבר')
  })
}
