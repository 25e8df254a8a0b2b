import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeHtml } from '@paidonce/shared/escape-html'
import { formatMoney } from '@paidonce/shared/money'
import fc from 'fast-check'
import { LOCALES, type Locale } from './locales.ts'
import { orderUrl } from './order-url.ts'
import { type LetterContent, renderLetter } from './render-letter.ts'

const anyLocale = fc.constantFrom(...(Object.keys(LOCALES) as Locale[]))

const nastyPiece = fc.constantFrom(
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' style='display:none",
  '<!--',
  ']]>',
  '&lt;b&gt;',
  '\r\nBcc: everyone@shop.example',
  '\u0000\u001b[2J\u007f\u0085',
  '\u2028\u2029',
  '\u202egnp.exe\u2066',
  '\ud800',
  '{order}',
  '$&'
)
const hostile = fc
  .array(fc.oneof(nastyPiece, fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map(pieces => pieces.join(''))

const hostileLetter: fc.Arbitrary<LetterContent> = fc.record({
  kind: fc.constant('payment_failed' as const),
  locale: anyLocale,
  order: hostile,
  money: fc.record({ amount: fc.maxSafeInteger(), currency: hostile }),
  name: hostile,
  shopName: hostile,
  orderUrl: hostile.map(order => orderUrl('https://shop.example/{order}', order))
})

const harmless: LetterContent = {
  kind: 'payment_failed',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  orderUrl: 'https://shop.example/1001'
}

/** The markup alone. A value that got out of its element or its attribute would change it. */
const tagsOf = (html: string) =>
  (html.match(/<[^>]*>?/g) ?? []).map(tag =>
    tag.replace(/^<a href="https:\/\/shop\.example\/[^"]*"/, '<a href=""')
  )

test('whatever the values hold, the markup is the one of a harmless letter', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const expected = renderLetter({ ...harmless, locale: letter.locale })
      assert.deepEqual(tagsOf(renderLetter(letter).html), tagsOf(expected.html))
    })
  )
})

test('whatever the values hold, every & of the HTML begins an entity', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      assert.doesNotMatch(renderLetter(letter).html, /&(?!(amp|lt|gt|quot|#39);)/)
    })
  )
})

test('whatever the values hold, the subject is one line without control characters or direction marks', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const { subject } = renderLetter(letter)
      assert.doesNotMatch(subject, /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      assert.ok(subject.isWellFormed())
    })
  )
})

test('whatever the values hold, the text has the lines of a harmless letter', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const { text } = renderLetter(letter)
      const lines = (body: string) => body.split(/[\r\n\u2028\u2029]/).length
      assert.equal(lines(text), lines(renderLetter({ ...harmless, locale: letter.locale }).text))
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    })
  )
})

test('text and HTML of every language tell the order and the amount', () => {
  const plainOrder = fc.stringMatching(/^[A-Za-z0-9#&'._-]{1,40}$/)
  const currency = fc.constantFrom('vnd', 'jpy', 'eur', 'usd', 'kwd', 'huf', 'isk', 'ugx', 'twd', 'xyz')
  fc.assert(
    fc.property(anyLocale, plainOrder, fc.nat(), currency, (locale, order, amount, code) => {
      const money = { amount, currency: code }
      const { subject, text, html } = renderLetter({ ...harmless, locale, order, money })
      assert.ok(subject.includes(order))
      for (const told of [order, formatMoney(money, locale)]) {
        assert.ok(text.includes(told))
        assert.ok(html.slice(html.indexOf('<body')).includes(escapeHtml(told)))
      }
    })
  )
})
