import type { Phrases } from '../phrases.ts'

export const en: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    subject: `Your payment for order ${order} did not go through`,
    greeting: name === null ? 'Hello,' : `Hello ${name},`,
    paragraphs: [
      `We are sorry: your payment${amount === null ? '' : ` of ${amount}`} for order ${order} at ${shopName} did not go through.`,
      'You have not been charged, and we will not process this order any further.',
      'If you would still like to buy, please place a new order. You can pay the same way again or choose another.'
    ],
    button: 'Order again',
    closing: [
      'If you have already ordered again, you do not need to do anything.',
      `If you have a question, please contact us and mention order ${order}.`
    ],
    farewell: 'Kind regards,'
  })
}
