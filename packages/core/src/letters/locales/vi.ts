import type { Phrases } from '../phrases.ts'

export const phrases: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    subject: `Thanh toán cho đơn hàng ${order} không thành công`,
    preheader:
      amount === null
        ? 'Quý khách không bị trừ tiền. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới.'
        : `Quý khách không bị trừ khoản tiền ${amount}. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới.`,
    heading: 'Thanh toán không thành công',
    greeting: name === null ? 'Kính gửi Quý khách,' : `Kính gửi Quý khách ${name},`,
    opening: `Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán cho đơn hàng ${order} của Quý khách tại ${shopName} đã không thành công. Quý khách không bị trừ tiền.`,
    orderLabel: 'Mã đơn hàng',
    amountLabel: 'Số tiền',
    paragraphs: [
      'Đơn hàng này sẽ không được xử lý tiếp. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới. Quý khách có thể dùng lại phương thức thanh toán cũ hoặc chọn phương thức khác.'
    ],
    button: 'Đặt hàng lại',
    closing: [
      'Nếu Quý khách đã đặt đơn hàng mới, xin vui lòng bỏ qua email này.',
      `Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã đơn hàng ${order}.`
    ],
    farewell: 'Trân trọng,',
    reason: `Quý khách nhận được email này vì đã đặt hàng tại ${shopName}.`
  })
}
