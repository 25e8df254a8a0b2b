import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeHtml } from '@paidonce/shared/escape-html'
import { formatMoney } from '@paidonce/shared/money'
import fc from 'fast-check'
import { LETTER_KINDS } from '../orders/letter-kinds.ts'
import { isColour } from './colours.ts'
import { LOCALES, type Locale } from './locales.ts'
import { orderUrl } from './order-url.ts'
import { type LetterContent, renderLetter } from './render-letter.ts'

const anyLocale = fc.constantFrom(...(Object.keys(LOCALES) as Locale[]))

const anyKind = fc.constantFrom(...LETTER_KINDS)

const nastyPiece = fc.constantFrom(
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' style='display:none",
  '<!--',
  '--><!-- end summary -->',
  '<!-- each links -->',
  ']]>',
  '&lt;b&gt;',
  ';} body{display:none',
  '\r\nBcc: everyone@shop.example',
  '\u0000\u001b[2J\u007f\u0085',
  '\u2028\u2029',
  '\u202egnp.exe\u2066',
  '\ud800',
  '{order}',
  '{{logo}}',
  '$&',
  '#123456',
  'https://elsewhere.example/'
)
const hostile = fc
  .array(fc.oneof(nastyPiece, fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map(pieces => pieces.join(''))

const hostileLetter: fc.Arbitrary<LetterContent> = fc.record({
  kind: anyKind,
  locale: anyLocale,
  order: hostile,
  money: fc.record({ amount: fc.maxSafeInteger(), currency: hostile }),
  name: hostile,
  shopName: hostile,
  shopColour: hostile.filter(text => !isColour(text)),
  shopLogo: hostile.map(path => `https://shop.example/${path}`),
  orderUrl: hostile.map(order => orderUrl('https://shop.example/{order}', order))
})

const harmless: LetterContent = {
  kind: 'payment_failed',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  shopColour: 'none',
  shopLogo: 'https://shop.example/logo.png',
  orderUrl: 'https://shop.example/1001'
}

/** The harmless letter of the same kind and language. */
const harmlessLike = ({ kind, locale }: LetterContent): LetterContent => ({ ...harmless, kind, locale })

/** The markup alone. A value that got out of its element or its attribute would change it. */
const tagsOf = (html: string) =>
  (html.match(/<[^>]*>?/g) ?? []).map(tag =>
    tag
      .replace(/^(<a href=")https:\/\/shop\.example\/[^"]*"/, '$1"')
      .replace(/^(<img src=")https:\/\/shop\.example\/[^"]*" alt="[^"]*"/, '$1"')
      .replace(/^(<div aria-label=")[^"]*"/, '$1"')
  )

const stylesOf = (html: string) => html.match(/<style[^>]*>.*?<\/style>/gs)

test('whatever the values hold, the markup is the one of a harmless letter', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const expected = renderLetter(harmlessLike(letter))
      assert.deepEqual(tagsOf(renderLetter(letter).html), tagsOf(expected.html))
    })
  )
})

test('whatever the values hold, the styles are those of a harmless letter', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      assert.deepEqual(stylesOf(renderLetter(letter).html), stylesOf(renderLetter(harmless).html))
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

test('whatever the values hold, subject and preheader are one line without control characters or direction marks', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const { subject, preheader } = renderLetter(letter)
      for (const line of [subject, preheader]) {
        assert.doesNotMatch(line, /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
        assert.ok(line.isWellFormed())
      }
    })
  )
})

test('whatever the values hold, the text has the paragraphs of a harmless letter, and no value begins one', () => {
  fc.assert(
    fc.property(hostileLetter, letter => {
      const { text } = renderLetter(letter)
      const paragraphs = (body: string) => body.split(/(?:\r?\n|[\r\u2028\u2029]){2}/)
      const expected = paragraphs(renderLetter(harmlessLike(letter)).text)
      const beginnings = (bodies: string[]) => bodies.map(paragraph => paragraph.slice(0, 5))
      assert.deepEqual(beginnings(paragraphs(text)), beginnings(expected))
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
    })
  )
})

test('text and HTML of every kind and language tell the order and the amount', () => {
  const plainOrder = fc.stringMatching(/^[A-Za-z0-9#&'._-]{1,40}$/)
  const currency = fc.constantFrom('vnd', 'jpy', 'eur', 'usd', 'kwd', 'huf', 'isk', 'ugx', 'twd', 'xyz')
  fc.assert(
    fc.property(anyKind, anyLocale, plainOrder, fc.nat(), currency, (kind, locale, order, amount, code) => {
      const money = { amount, currency: code }
      const { subject, text, html } = renderLetter({ ...harmless, kind, locale, order, money })
      assert.ok(subject.includes(order))
      for (const told of [order, formatMoney(money, locale)]) {
        assert.ok(text.includes(told))
        assert.ok(html.slice(html.indexOf('<h1')).includes(escapeHtml(told)))
      }
    })
  )
})
