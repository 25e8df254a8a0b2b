/**
 * What may stand beside an order's status. `any`: what wants a person, so not a refund that went well. Those that end in `_open`
 * are orders of which somebody has still to do something.
 */
export const ORDER_MARKS = [
  'any',
  'paid_twice',
  'paid_twice_open',
  'refunded',
  'refund_failed',
  'refund_failed_open',
  'dispute',
  'dispute_open',
  'fraud',
  'fraud_open',
  'mismatch'
] as const

export type OrderMark = (typeof ORDER_MARKS)[number]

/** The marks of which it is known what ends them. */
export const OPEN_MARKS = ['dispute_open', 'paid_twice_open', 'refund_failed_open', 'fraud_open'] as const

export type OpenMark = (typeof OPEN_MARKS)[number]

const CONDITION: Readonly<Record<Exclude<OrderMark, OpenMark | 'any'>, string>> = {
  paid_twice: `paid_twice <> '{}'`,
  refunded: 'refunded > 0',
  refund_failed: `refund_failed <> '{}'`,
  dispute: 'dispute is not null',
  fraud: `fraud <> '{}'`,
  mismatch: `mismatch <> '{}'`
}

const { refunded: _, ...ALARMING } = CONDITION

/** Announcements of the order: what was told of it for the first time, and when. */
const TOLD = 'from announcements as told where told.account = orders.account and told.order_id = orders.id'
const LATELY = `told.at > now() - interval '7 days'`

/** How many of its payments are back with the buyer: refunded in full, or lost to a dispute. */
const PAYMENTS_BACK = `
  (select count(distinct case told.kind when 'order.refunded' then told.payment_id else told.data ->> 'payment' end) ${TOLD}
     and (told.kind = 'order.refunded' or told.kind = 'order.dispute_closed' and told.data ->> 'outcome' = 'lost'))`

const FAILED_LATELY = `(select true ${TOLD} and told.kind = 'order.refund_failed' and ${LATELY} limit 1)`

const WARNED_LATELY = `
  (select true ${TOLD} and told.kind = 'order.fraud_warning' and ${LATELY}
     and (select true from announcements as refund
          where refund.account = orders.account and refund.order_id = orders.id
            and refund.kind = 'order.refunded' and refund.payment_id = told.data ->> 'payment') is null limit 1)`

/**
 * Each begins with the mark itself, whose index holds few orders; what is told of them is looked up one by one.
 * - A dispute is open until it is answered or closed. A status that nobody knows yet may ask for an answer.
 * - An order that was paid twice is, until no more than one payment is left with the shop.
 * - A refund that failed is paid another way, of which Stripe says nothing: it is open for a week.
 * - So is a warning of fraud, unless a dispute came of it or its payment went back. A review is until it is closed.
 */
const OPEN: Readonly<Record<OpenMark, string>> = {
  dispute_open: `${CONDITION.dispute}
    and dispute not in ('prevented', 'warning_closed', 'won', 'lost', 'warning_under_review', 'under_review')`,
  paid_twice_open: `${CONDITION.paid_twice} and cardinality(paid_twice) > ${PAYMENTS_BACK}`,
  refund_failed_open: `${CONDITION.refund_failed} and ${FAILED_LATELY}`,
  fraud_open: `${CONDITION.fraud} and ('radar_review' = any(fraud) or dispute is null and ${WARNED_LATELY})`
}

const isOpen = (mark: OrderMark): mark is OpenMark => mark in OPEN

/** In the words of the indexes orders_alarming and orders_refunded, of a table or query that is called `orders`. */
export function isMarked(mark: OrderMark): string {
  if (mark === 'any') return `(${Object.values(ALARMING).join(' or ')})`
  return isOpen(mark) ? `(${OPEN[mark]})` : CONDITION[mark]
}
