import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LETTER_KINDS } from '../orders/letter-kinds.ts'
import { LOCALES, type Locale } from './locales.ts'
import { type LetterContent, renderLetter } from './render-letter.ts'

const LETTER: LetterContent = {
  kind: 'payment_failed',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  shopColour: '#0b7285',
  shopLogo: null,
  orderUrl: 'https://shop.example/again?order=1001&from=letter'
}

const everyLocale = Object.keys(LOCALES) as Locale[]
const everyLetter = LETTER_KINDS.flatMap(kind => everyLocale.map(locale => ({ ...LETTER, kind, locale })))

test('the English letter about a failed payment says what happened, what it means and what to do', () => {
  const { subject, preheader, text } = renderLetter(LETTER)
  assert.equal(subject, 'Your payment for order 1001 did not go through')
  assert.equal(
    preheader,
    'You have not been charged the €30.00. If you would still like to buy, please order again.'
  )
  assert.equal(
    text,
    `Hello Minh Anh,

We are sorry: your payment for order 1001 at Small Books did not go
through. You have not been charged.

Order: 1001
Amount: €30.00

We will not process this order any further. If you would still like to
buy, please place a new order. You can pay the same way again or choose
another.

Order again:
https://shop.example/again?order=1001&from=letter

If you have already ordered again, you do not need to do anything.

If you have a question, please contact us and mention order 1001.

Kind regards,
Small Books

--\u0020
You are receiving this e-mail because you placed an order at Small
Books.
`
  )
})

test('the Vietnamese letter about a failed payment says what happened, what it means and what to do', () => {
  const money = { amount: 500000, currency: 'vnd' }
  const { subject, preheader, text } = renderLetter({
    ...LETTER,
    locale: 'vi',
    money,
    shopName: 'Tiệm Sách Nhỏ'
  })
  assert.equal(subject, 'Thanh toán cho đơn hàng 1001 không thành công')
  assert.equal(
    preheader,
    'Quý khách không bị trừ khoản tiền 500.000\u00a0₫. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới.'
  )
  assert.equal(
    text,
    `Kính gửi Quý khách Minh Anh,

Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán cho đơn hàng
1001 của Quý khách tại Tiệm Sách Nhỏ đã không thành công. Quý khách
không bị trừ tiền.

Mã đơn hàng: 1001
Số tiền: 500.000\u00a0₫

Đơn hàng này sẽ không được xử lý tiếp. Nếu vẫn muốn mua hàng, Quý khách
vui lòng đặt đơn hàng mới. Quý khách có thể dùng lại phương thức thanh
toán cũ hoặc chọn phương thức khác.

Đặt hàng lại:
https://shop.example/again?order=1001&from=letter

Nếu Quý khách đã đặt đơn hàng mới, xin vui lòng bỏ qua email này.

Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã
đơn hàng 1001.

Trân trọng,
Tiệm Sách Nhỏ

--\u0020
Quý khách nhận được email này vì đã đặt hàng tại Tiệm Sách Nhỏ.
`
  )
})

// `_` stands for the no-break space that keeps an amount on one line.
for (const [locale, amount, currency, shown] of [
  ['en', 500_000, 'vnd', '₫500,000'],
  ['vi', 500_000, 'vnd', '500.000_₫'],
  ['en', 3_000, 'jpy', '¥3,000'],
  ['vi', 3_000, 'jpy', '3.000_¥'],
  ['en', 3_000, 'eur', '€30.00'],
  ['vi', 3_000, 'eur', '30,00_€'],
  ['en', 499_000, 'huf', 'HUF_4,990'],
  ['vi', 499_000, 'huf', '4.990_HUF'],
  ['en', 5_120, 'kwd', 'KWD_5.120'],
  ['vi', 5_120, 'kwd', '5,120_KWD']
] as const) {
  test(`every ${locale} letter about ${amount} ${currency} says ${shown} in its text, its HTML and beside its subject`, () => {
    const expected = shown.replace('_', '\u00a0')
    for (const kind of LETTER_KINDS) {
      const { text, html, preheader } = renderLetter({ ...LETTER, kind, locale, money: { amount, currency } })
      assert.match(text, new RegExp(`^(Amount|Refund|Số tiền|Số tiền hoàn): ${expected}$`, 'm'))
      assert.ok(html.includes(`>${expected}</td>`))
      assert.ok(preheader.includes(` ${expected}.`))
    }
  })
}

for (const letter of everyLetter) {
  const { kind, locale } = letter

  test(`the ${locale} ${kind} letter is sound without amount, name and link`, () => {
    const { text, html } = renderLetter({ ...letter, money: null, name: null, orderUrl: null })
    assert.match(text, /1001/)
    assert.doesNotMatch(text, /null|undefined| {2}| [,.]|https?:/)
    assert.doesNotMatch(html, /null|undefined|<a /)
  })

  test(`the HTML of the ${locale} ${kind} letter names its language and has a title`, () => {
    const { subject, html } = renderLetter(letter)
    assert.ok(html.includes(`<html lang="${locale}" dir="ltr"`))
    assert.ok(html.includes(`<title>${subject}</title>`))
  })

  test(`the ${locale} ${kind} letter has a subject and a heading that are short enough to be read whole`, () => {
    const { subject, html } = renderLetter(letter)
    assert.ok(subject.length <= 60, subject)
    assert.match(html, /<h1[^>]*>[^<]{1,40}<\/h1>/)
  })

  test(`the ${locale} ${kind} letter ${kind === 'refunded' ? 'has no link' : 'links to the shop'}`, () => {
    const { text, html } = renderLetter(letter)
    const links = kind === 'refunded' ? 0 : 1
    assert.equal(
      html.match(/href="https:\/\/shop\.example\/again\?order=1001&amp;from=letter"/g)?.length ?? 0,
      links
    )
    assert.equal(text.match(/^https:\/\/shop\.example\/again\?order=1001&from=letter$/gm)?.length ?? 0, links)
    assert.equal(html.match(/<a /g)?.length ?? 0, links)
  })
}

for (const orderUrl of [
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@shop.example',
  '//shop.example',
  '/orders/1001'
]) {
  test(`${orderUrl} never becomes a link`, () => {
    const { text, html } = renderLetter({ ...LETTER, orderUrl })
    assert.ok(!text.includes(orderUrl))
    assert.ok(!html.includes('href'))
  })
}

for (const name of ['', ' \t', 'Win a prize at evil.example', 'https://evil', 'me@evil', 'x'.repeat(61)]) {
  test(`a buyer called ${JSON.stringify(name)} is greeted without a name`, () => {
    assert.equal(renderLetter({ ...LETTER, name }).text, renderLetter({ ...LETTER, name: null }).text)
  })
}

for (const name of ['J. R. Smith', "Siobhán O'Neill", 'Nguyễn Thị Ánh', 'Jean-Luc', '山田 太郎', 'Dr. Ho']) {
  test(`a buyer called ${name} is greeted by name`, () => {
    assert.ok(renderLetter({ ...LETTER, name }).text.startsWith(`Hello ${name},`))
  })
}

test('an order id of any length makes a subject of bounded length', () => {
  const { subject } = renderLetter({ ...LETTER, order: '🙂'.repeat(5_000) })
  assert.ok(Array.from(subject).length < 300)
  assert.ok(subject.isWellFormed())
  assert.ok(subject.includes('🙂…'))
})
