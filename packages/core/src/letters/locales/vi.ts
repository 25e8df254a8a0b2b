import type { Phrases, Values } from '../phrases.ts'

/** What stands in every letter. */
const frame = ({ name, shopName }: Pick<Values, 'name' | 'shopName'>) => ({
  greeting: name === null ? 'Kính gửi Quý khách,' : `Kính gửi Quý khách ${name},`,
  orderLabel: 'Mã đơn hàng',
  amountLabel: 'Số tiền',
  farewell: 'Trân trọng,',
  reason: `Quý khách nhận được email này vì đã đặt hàng tại ${shopName}.`
})

const question = (order: string) =>
  `Nếu cần hỗ trợ, Quý khách vui lòng liên hệ với chúng tôi và cho biết mã đơn hàng ${order}.`

export const phrases: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Thanh toán cho đơn hàng ${order} không thành công`,
    preheader:
      amount === null
        ? 'Quý khách không bị trừ tiền. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới.'
        : `Quý khách không bị trừ khoản tiền ${amount}. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới.`,
    heading: 'Thanh toán không thành công',
    opening: `Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán cho đơn hàng ${order} của Quý khách tại ${shopName} đã không thành công. Quý khách không bị trừ tiền.`,
    paragraphs: [
      'Đơn hàng này sẽ không được xử lý tiếp. Nếu vẫn muốn mua hàng, Quý khách vui lòng đặt đơn hàng mới. Quý khách có thể dùng lại phương thức thanh toán cũ hoặc chọn phương thức khác.'
    ],
    button: 'Đặt hàng lại',
    closing: ['Nếu Quý khách đã đặt đơn hàng mới, xin vui lòng bỏ qua email này.', question(order)]
  }),

  payment_declined: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Thanh toán cho đơn hàng ${order} bị từ chối`,
    preheader:
      amount === null
        ? 'Quý khách không bị trừ tiền. Quý khách vẫn có thể thanh toán cho đơn hàng này.'
        : `Quý khách không bị trừ khoản tiền ${amount}. Quý khách vẫn có thể thanh toán cho đơn hàng này.`,
    heading: 'Thanh toán bị từ chối',
    opening: `Chúng tôi rất tiếc phải thông báo rằng khoản thanh toán cho đơn hàng ${order} của Quý khách tại ${shopName} đã bị từ chối. Quý khách không bị trừ tiền.`,
    paragraphs: [
      'Đơn hàng chưa bị hủy. Quý khách có thể thử thanh toán lại bằng thẻ khác hoặc phương thức thanh toán khác.',
      'Trong đa số trường hợp, ngân hàng là bên từ chối giao dịch và thường không cho chúng tôi biết lý do. Nếu thanh toán tiếp tục bị từ chối, Quý khách vui lòng liên hệ với ngân hàng của mình.'
    ],
    button: 'Thử thanh toán lại',
    closing: [
      'Nếu Quý khách đã thanh toán hoặc không còn muốn mua hàng, xin vui lòng bỏ qua email này.',
      question(order)
    ]
  }),

  refunded: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Đã hoàn tiền cho đơn hàng ${order}`,
    preheader:
      amount === null
        ? 'Chúng tôi đã hoàn lại toàn bộ khoản thanh toán. Quý khách không cần làm gì thêm.'
        : `Chúng tôi đã hoàn lại toàn bộ số tiền ${amount}. Quý khách không cần làm gì thêm.`,
    heading: 'Chúng tôi đã hoàn tiền cho Quý khách',
    opening: `Chúng tôi xin thông báo đã hoàn lại toàn bộ khoản thanh toán cho đơn hàng ${order} của Quý khách tại ${shopName}.`,
    amountLabel: 'Số tiền hoàn',
    paragraphs: [
      'Khoản tiền này thường xuất hiện trên sao kê của Quý khách sau 5 đến 10 ngày làm việc, tùy theo ngân hàng.',
      'Một số ngân hàng hủy giao dịch ban đầu thay vì hiển thị một khoản hoàn tiền riêng. Khi đó, giao dịch ban đầu sẽ không còn trên sao kê của Quý khách.'
    ],
    button: null,
    closing: ['Quý khách không cần làm gì thêm.', question(order)]
  })
}
