import type { Phrases, Values } from '../phrases.ts'

/** What stands in every letter. */
const frame = ({ name, shopName }: Pick<Values, 'name' | 'shopName'>) => ({
  greeting: name === null ? 'Hello,' : `Hello ${name},`,
  orderLabel: 'Order',
  amountLabel: 'Amount',
  farewell: 'Kind regards,',
  reason: `You are receiving this e-mail because you placed an order at ${shopName}.`
})

const question = (order: string) => `If you have a question, please contact us and mention order ${order}.`

export const phrases: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Your payment for order ${order} did not go through`,
    preheader:
      amount === null
        ? 'You have not been charged. If you would still like to buy, please order again.'
        : `You have not been charged the ${amount}. If you would still like to buy, please order again.`,
    heading: 'Your payment did not go through',
    opening: `We are sorry: your payment for order ${order} at ${shopName} did not go through. You have not been charged.`,
    paragraphs: [
      'We will not process this order any further. If you would still like to buy, please place a new order. You can pay the same way again or choose another.'
    ],
    button: 'Order again',
    closing: ['If you have already ordered again, you do not need to do anything.', question(order)]
  }),

  payment_declined: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Your payment for order ${order} was declined`,
    preheader:
      amount === null
        ? 'You have not been charged. You can still pay for your order.'
        : `You have not been charged the ${amount}. You can still pay for your order.`,
    heading: 'Your payment was declined',
    opening: `We are sorry: your payment for order ${order} at ${shopName} was declined. You have not been charged.`,
    paragraphs: [
      'Your order is not lost: you can try again, with another card or another way of paying.',
      'Most often it is the bank that declines a payment, and it seldom tells us why. If it happens again, please ask your bank.'
    ],
    button: 'Try again',
    closing: [
      'If you have paid in the meantime, or no longer want to buy, you do not need to do anything.',
      question(order)
    ]
  }),

  refunded: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `Your refund for order ${order} is on its way`,
    preheader:
      amount === null
        ? 'We have refunded your payment in full. You do not need to do anything.'
        : `We have refunded you the full ${amount}. You do not need to do anything.`,
    heading: 'Your refund is on its way',
    opening: `We have refunded your payment for order ${order} at ${shopName} in full.`,
    amountLabel: 'Refund',
    paragraphs: [
      'A refund usually takes 5 to 10 business days to appear on your statement, depending on your bank.',
      'You may not see a separate credit: some banks reverse the original charge instead, and it disappears from your statement.'
    ],
    button: null,
    closing: ['You do not need to do anything.', question(order)]
  })
}
