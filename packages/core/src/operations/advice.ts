import type { AlertKind } from './alert.ts'

/** How a mail speaks of one kind of alert. */
export type Advice = Readonly<{
  one: string
  many: string
  /** What it means and what to do. */
  sentence: string
}>

export const ADVICE = {
  'order.disputed': {
    one: 'dispute',
    many: 'disputes',
    sentence:
      'A buyer’s bank wants a payment back. Answer it at Stripe, under Disputes, before the day named there, or accept it. Do not refund it besides.'
  },
  'order.paid_twice': {
    one: 'order paid twice',
    many: 'orders paid twice',
    sentence:
      'A fulfilled order has one more paid payment, the one named here. Refund that one at Stripe. The fulfilment stays.'
  },
  'order.refund_failed': {
    one: 'failed refund',
    many: 'failed refunds',
    sentence:
      'The money did not reach the buyer; Stripe puts it back to your balance. Ask the buyer how to pay it back, and do so outside of Stripe.'
  },
  'order.review': {
    one: 'order to review',
    many: 'orders to review',
    sentence:
      'It is paid, but the money guard objects, and nothing is fulfilled until you decide. If it is right, approve it. If not, refund it at Stripe.'
  },
  'order.fraud_warning': {
    one: 'fraud warning',
    many: 'fraud warnings',
    sentence:
      'The card’s issuer believes that a payment is fraud, and a dispute may follow. Stop the parcel if you can, and consider a full refund at Stripe.'
  },
  'order.radar_review': {
    one: 'Radar review',
    many: 'Radar reviews',
    sentence:
      'Stripe Radar put a payment aside for a person. It counts as paid meanwhile. Approve or refund it at Stripe, under Reviews.'
  },
  'event.failed': {
    one: 'failed event',
    many: 'failed events',
    sentence:
      'All attempts to settle an event have failed, and what it tells is not settled. See why, mend the cause, then replay it.'
  },
  'event.missed': {
    one: 'event that never came',
    many: 'events that never came',
    sentence:
      'Webhooks should have brought these events and did not. They were fetched from Stripe and are settled like all others. Mend the likely cause named here, or the next ones are late too.'
  },
  'money.different': {
    one: 'difference in money',
    many: 'differences in money',
    sentence:
      'Stripe says something else of a payment, a refund or a dispute than what was settled. What could be mended by adding what Stripe says is being settled now. What is fulfilled and not paid, a person must decide.'
  },
  'order.dispute_closed': {
    one: 'closed dispute',
    many: 'closed disputes',
    sentence: 'The bank or Stripe has decided, as said below. Nothing to do, but to note it.'
  }
} as const satisfies Record<AlertKind, Advice>

/** "1 failed refund", "312 failed events" */
export const counted = (kind: AlertKind, count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? ADVICE[kind].one : ADVICE[kind].many}`
