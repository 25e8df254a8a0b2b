import type { Phrases } from '../phrases.ts'

export const phrases: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    subject: `Your payment for order ${order} did not go through`,
    preheader:
      amount === null
        ? 'You have not been charged. If you would still like to buy, please order again.'
        : `You have not been charged the ${amount}. If you would still like to buy, please order again.`,
    heading: 'Your payment did not go through',
    greeting: name === null ? 'Hello,' : `Hello ${name},`,
    opening: `We are sorry: your payment for order ${order} at ${shopName} did not go through. You have not been charged.`,
    orderLabel: 'Order',
    amountLabel: 'Amount',
    paragraphs: [
      'We will not process this order any further. If you would still like to buy, please place a new order. You can pay the same way again or choose another.'
    ],
    button: 'Order again',
    closing: [
      'If you have already ordered again, you do not need to do anything.',
      `If you have a question, please contact us and mention order ${order}.`
    ],
    farewell: 'Kind regards,',
    reason: `You are receiving this e-mail because you placed an order at ${shopName}.`
  })
}
