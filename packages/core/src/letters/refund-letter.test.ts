import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LetterContent, renderLetter } from './render-letter.ts'

const LETTER: LetterContent = {
  kind: 'refunded',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  shopColour: '#0b7285',
  shopLogo: null,
  orderUrl: 'https://shop.example/orders/1001'
}

test('the English letter about a refund says how much comes back, when and how, and asks for nothing', () => {
  const { subject, preheader, text } = renderLetter(LETTER)
  assert.equal(subject, 'Your refund for order 1001 is on its way')
  assert.equal(preheader, 'We have refunded you the full €30.00. You do not need to do anything.')
  assert.equal(
    text,
    `Hello Minh Anh,

We have refunded your payment for order 1001 at Small Books in full.

Order: 1001
Refund: €30.00

A refund usually takes 5 to 10 business days to appear on your
statement, depending on your bank.

You may not see a separate credit: some banks reverse the original
charge instead, and it disappears from your statement.

You do not need to do anything.

If you have a question, please contact us and mention order 1001.

Kind regards,
Small Books

--\u0020
You are receiving this e-mail because you placed an order at Small
Books.
`
  )
})

test('the Vietnamese letter about a refund says how much comes back, when and how, and asks for nothing', () => {
  const money = { amount: 500000, currency: 'vnd' }
  const { subject, preheader, text } = renderLetter({
    ...LETTER,
    locale: 'vi',
    money,
    shopName: 'Tiệm Sách Nhỏ'
  })
  assert.equal(subject, 'Đã hoàn tiền cho đơn hàng 1001')
  assert.equal(
    preheader,
    'Chúng tôi đã hoàn lại toàn bộ số tiền 500.000\u00a0₫. Quý khách không cần làm gì thêm.'
  )
  assert.equal(
    text,
    `Kính gửi Quý khách Minh Anh,

Chúng tôi xin thông báo đã hoàn lại toàn bộ khoản thanh toán cho đơn
hàng 1001 của Quý khách tại Tiệm Sách Nhỏ.

Mã đơn hàng: 1001
Số tiền hoàn: 500.000\u00a0₫

Khoản tiền này thường xuất hiện trên sao kê của Quý khách sau 5 đến 10
ngày làm việc, tùy theo ngân hàng.

Một số ngân hàng hủy giao dịch ban đầu thay vì hiển thị một khoản hoàn
tiền riêng. Khi đó, giao dịch ban đầu sẽ không còn trên sao kê của Quý
khách.

Quý khách không cần làm gì thêm.

Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã
đơn hàng 1001.

Trân trọng,
Tiệm Sách Nhỏ

--\u0020
Quý khách nhận được email này vì đã đặt hàng tại Tiệm Sách Nhỏ.
`
  )
})
