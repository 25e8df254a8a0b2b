import type { Phrases } from '../phrases.ts'

export const vi: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    subject: `Thanh toán cho đơn hàng ${order} không thành công`,
    greeting: name === null ? 'Kính gửi Quý khách,' : `Kính gửi Quý khách ${name},`,
    paragraphs: [
      `Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán${amount === null ? '' : ` ${amount}`} cho đơn hàng ${order} của Quý khách tại ${shopName} đã không thành công.`,
      'Quý khách không bị trừ tiền, và đơn hàng này sẽ không được xử lý tiếp.',
      'Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới. Quý khách có thể dùng lại phương thức thanh toán cũ hoặc chọn phương thức khác.'
    ],
    button: 'Đặt hàng lại',
    closing: [
      'Nếu Quý khách đã đặt đơn hàng mới, xin vui lòng bỏ qua thư này.',
      `Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã đơn hàng ${order}.`
    ],
    farewell: 'Trân trọng,'
  })
}
