import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LETTER_KINDS } from '../orders/letter-kinds.ts'
import { LAYOUT } from './layout.ts'
import { LOCALES, type Locale } from './locales.ts'
import { CARD, paletteOf } from './palette.ts'
import { type LetterContent, renderLetter } from './render-letter.ts'

const LOGO = 'https://shop.example/logo.png?size=2&v=1'
const LETTER: LetterContent = {
  kind: 'payment_failed',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  shopColour: '#0b7285',
  shopLogo: LOGO,
  orderUrl: 'https://shop.example/orders/1001'
}
const everyLocale = Object.keys(LOCALES) as Locale[]
const everyLetter = LETTER_KINDS.flatMap(kind => everyLocale.map(locale => ({ ...LETTER, kind, locale })))

/** What a mail program would go and get, or follow. */
const addresses = (html: string) =>
  [...html.matchAll(/(?:href|src|background)="([^"]*)"|url\(([^)]*)\)|@import\s+([^;]*)/g)].map(
    match => match[1] ?? match[2] ?? match[3]
  )

for (const letter of everyLetter) {
  const name = `${letter.locale} ${letter.kind} letter`

  test(`the ${name} knows no address but those of the shop's logo and page`, () => {
    assert.deepEqual(addresses(renderLetter(letter).html), [
      'https://shop.example/logo.png?size=2&amp;v=1',
      ...(letter.kind === 'refunded' ? [] : ['https://shop.example/orders/1001'])
    ])
    assert.deepEqual(addresses(renderLetter({ ...letter, shopLogo: null, orderUrl: null }).html), [])
  })

  test(`the ${name} has every place filled and every part made`, () => {
    assert.doesNotMatch(renderLetter(letter).html, /\{\{|\}\}|<!-- (each|end) /)
  })
}

test('nothing in the layout names a host: what it asks for, the shop has given', () => {
  const hosts = [...LAYOUT.matchAll(/(?:https?:)?\/\/[a-z0-9.-]+/gi)].map(match => match[0])
  // The name of XHTML, which nobody fetches.
  assert.deepEqual(hosts, ['http://www.w3.org'])
})

test("with a logo the shop's name is what is read where pictures are blocked, and without one it is the heading", () => {
  const withLogo = renderLetter(LETTER).html
  assert.match(withLogo, /<img src="[^"]+" alt="Small Books"/)
  const without = renderLetter({ ...LETTER, shopLogo: null }).html
  assert.doesNotMatch(without, /<img/)
  assert.ok(without.indexOf('>Small Books<') < without.indexOf('<h1'))
})

for (const shopLogo of [
  'http://shop.example/logo.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  'logo.png',
  ''
]) {
  test(`${JSON.stringify(shopLogo)} is not taken as a logo`, () => {
    const html = renderLetter({ ...LETTER, shopLogo }).html
    assert.equal(html, renderLetter({ ...LETTER, shopLogo: null }).html)
  })
}

test("the shop's colour is on the button and the edge, and what is written on it can be read", () => {
  const pale = renderLetter({ ...LETTER, shopColour: '#ffe066' }).html
  assert.match(pale, /<a href="[^"]+" style="[^"]*background:#ffe066;color:#000000/)
  assert.match(pale, /class="accent" style="background:#ffe066/)
  assert.match(renderLetter(LETTER).html, /<a href="[^"]+" style="[^"]*background:#0b7285;color:#ffffff/)
})

test('a colour that is none gives the standing one', () => {
  for (const shopColour of ['red', '', '#0b7285;} body{display:none']) {
    assert.equal(
      renderLetter({ ...LETTER, shopColour }).html,
      renderLetter({ ...LETTER, shopColour: '#1d4ed8' }).html
    )
  }
})

test('a black button is still a button in dark mode', () => {
  const { darkAccent, onDarkAccent, accent } = paletteOf('#000000')
  assert.equal(accent, '#000000')
  assert.notEqual(darkAccent, '#000000')
  const [, dark = ''] = renderLetter({ ...LETTER, shopColour: '#000000' }).html.split(
    '(prefers-color-scheme: dark)'
  )
  assert.ok(dark.includes(`background: ${darkAccent} !important`))
  assert.ok(dark.includes(`color: ${onDarkAccent} !important`))
})

test('the layout has the card that colours are measured on', () => {
  assert.ok(LAYOUT.includes(`class="card" style="background:${CARD.light}`))
  assert.ok(LAYOUT.includes(`.card > table { background: ${CARD.dark} !important`))
})

test('mail programs hear that the letter is made for light and dark', () => {
  assert.match(LAYOUT, /<meta name="color-scheme" content="light dark">/)
  assert.match(LAYOUT, /@media \(prefers-color-scheme: dark\)/)
})

test('a letter stays far below the size at which Gmail cuts it', () => {
  for (const letter of everyLetter) assert.ok(Buffer.byteLength(renderLetter(letter).html) < 50_000)
})
