import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LetterContent, renderLetter } from './render-letter.ts'

const LETTER: LetterContent = {
  kind: 'payment_declined',
  locale: 'en',
  order: '1001',
  money: { amount: 3000, currency: 'eur' },
  name: 'Minh Anh',
  shopName: 'Small Books',
  shopColour: '#0b7285',
  shopLogo: null,
  orderUrl: 'https://shop.example/orders/1001'
}

test('the English letter about a declined payment says that the order can still be paid', () => {
  const { subject, preheader, text } = renderLetter(LETTER)
  assert.equal(subject, 'Your payment for order 1001 was declined')
  assert.equal(preheader, 'You have not been charged the €30.00. You can still pay for your order.')
  assert.equal(
    text,
    `Hello Minh Anh,

We are sorry: your payment for order 1001 at Small Books was declined.
You have not been charged.

Order: 1001
Amount: €30.00

Your order is not lost: you can try again, with another card or another
way of paying.

Most often it is the bank that declines a payment, and it seldom tells
us why. If it happens again, please ask your bank.

Try again:
https://shop.example/orders/1001

If you have paid in the meantime, or no longer want to buy, you do not
need to do anything.

If you have a question, please contact us and mention order 1001.

Kind regards,
Small Books

--\u0020
You are receiving this e-mail because you placed an order at Small
Books.
`
  )
})

test('the Vietnamese letter about a declined payment says that the order can still be paid', () => {
  const money = { amount: 500000, currency: 'vnd' }
  const { subject, preheader, text } = renderLetter({
    ...LETTER,
    locale: 'vi',
    money,
    shopName: 'Tiệm Sách Nhỏ'
  })
  assert.equal(subject, 'Thanh toán cho đơn hàng 1001 bị từ chối')
  assert.equal(
    preheader,
    'Quý khách không bị trừ khoản tiền 500.000\u00a0₫. Quý khách vẫn có thể thanh toán cho đơn hàng này.'
  )
  assert.equal(
    text,
    `Kính gửi Quý khách Minh Anh,

Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán cho đơn hàng
1001 của Quý khách tại Tiệm Sách Nhỏ đã bị từ chối. Quý khách không bị
trừ tiền.

Mã đơn hàng: 1001
Số tiền: 500.000\u00a0₫

Đơn hàng chưa bị hủy. Quý khách có thể thử thanh toán lại bằng thẻ khác
hoặc phương thức thanh toán khác.

Trong đa số trường hợp, ngân hàng là bên từ chối giao dịch và thường
không cho chúng tôi biết lý do. Nếu thanh toán tiếp tục bị từ chối, Quý
khách vui lòng liên hệ với ngân hàng của mình.

Thử thanh toán lại:
https://shop.example/orders/1001

Nếu Quý khách đã thanh toán hoặc không còn muốn mua hàng, xin vui lòng
bỏ qua email này.

Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã
đơn hàng 1001.

Trân trọng,
Tiệm Sách Nhỏ

--\u0020
Quý khách nhận được email này vì đã đặt hàng tại Tiệm Sách Nhỏ.
`
  )
})
