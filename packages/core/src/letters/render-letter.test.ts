import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES, type Locale } from './locales.ts'
import { type LetterContent, renderLetter } from './render-letter.ts'

const LETTER: LetterContent = {
  kind: 'payment_failed',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  orderUrl: 'https://shop.example/again?order=1001&from=letter'
}

const everyLocale = Object.keys(LOCALES) as Locale[]

test('the English letter says what happened, what it means and what to do', () => {
  const { subject, text } = renderLetter(LETTER)
  assert.equal(subject, 'Your payment for order 1001 did not go through')
  assert.equal(
    text,
    `Hello Minh Anh,

We are sorry: your payment of €30.00 for order 1001 at Small Books did not go through.

You have not been charged, and we will not process this order any further.

If you would still like to buy, please place a new order. You can pay the same way again or choose another.

Order again: https://shop.example/again?order=1001&from=letter

If you have already ordered again, you do not need to do anything.

If you have a question, please contact us and mention order 1001.

Kind regards,
Small Books
`
  )
})

test('the Vietnamese letter says what happened, what it means and what to do', () => {
  const money = { amount: 450000, currency: 'vnd' }
  const { subject, text } = renderLetter({ ...LETTER, locale: 'vi', money, shopName: 'Tiệm Sách Nhỏ' })
  assert.equal(subject, 'Thanh toán cho đơn hàng 1001 không thành công')
  assert.equal(
    text,
    `Kính gửi Quý khách Minh Anh,

Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán 450.000\u00a0₫ cho đơn hàng 1001 của Quý khách tại Tiệm Sách Nhỏ đã không thành công.

Quý khách không bị trừ tiền, và đơn hàng này sẽ không được xử lý tiếp.

Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới. Quý khách có thể dùng lại phương thức thanh toán cũ hoặc chọn phương thức khác.

Đặt hàng lại: https://shop.example/again?order=1001&from=letter

Nếu Quý khách đã đặt đơn hàng mới, xin vui lòng bỏ qua thư này.

Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã đơn hàng 1001.

Trân trọng,
Tiệm Sách Nhỏ
`
  )
})

for (const locale of everyLocale) {
  test(`the ${locale} letter is sound without amount, name and link`, () => {
    const { text, html } = renderLetter({ ...LETTER, locale, money: null, name: null, orderUrl: null })
    assert.match(text, /1001/)
    assert.doesNotMatch(text, /null|undefined| {2}| [,.]|https?:/)
    assert.doesNotMatch(html, /null|undefined|<a /)
  })

  test(`the ${locale} HTML names its language, has a title and links to the shop`, () => {
    const { subject, html } = renderLetter({ ...LETTER, locale })
    assert.ok(html.includes(`<html lang="${locale}">`))
    assert.ok(html.includes(`<title>${subject}</title>`))
    assert.ok(html.includes('href="https://shop.example/again?order=1001&amp;from=letter"'))
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
