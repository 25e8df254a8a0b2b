/** What may stand beside an order's status. `any`: what wants a person, so not a refund that went well. */
export const ORDER_MARKS = [
  'any',
  'paid_twice',
  'refunded',
  'refund_failed',
  'dispute',
  'fraud',
  'mismatch'
] as const

export type OrderMark = (typeof ORDER_MARKS)[number]

const CONDITION: Readonly<Record<Exclude<OrderMark, 'any'>, string>> = {
  paid_twice: `paid_twice <> '{}'`,
  refunded: 'refunded > 0',
  refund_failed: `refund_failed <> '{}'`,
  dispute: 'dispute is not null',
  fraud: `fraud <> '{}'`,
  mismatch: `mismatch <> '{}'`
}

const { refunded: _, ...ALARMING } = CONDITION

/** In the words of the indexes orders_alarming and orders_refunded. */
export const isMarked = (mark: OrderMark): string =>
  mark === 'any' ? `(${Object.values(ALARMING).join(' or ')})` : CONDITION[mark]
