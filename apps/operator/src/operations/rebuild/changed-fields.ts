import type { OrderChange, View } from './predict.ts'

/** One thing about an order that changes. `then` is null for an order that there was not. */
export type ChangedField = Readonly<{ name: string; then: string | null; now: string }>

/** What changes about an order, in words. Pure. */
export function changedFields({ before, after }: Pick<OrderChange, 'before' | 'after'>): ChangedField[] {
  const was = before === undefined ? undefined : fieldsOf(before)
  return Object.entries(fieldsOf(after)).flatMap(([name, now]) => {
    const then = was?.[name as keyof typeof was] ?? null
    return now === (then ?? 'none') ? [] : [{ name, then, now }]
  })
}

const fieldsOf = ({ status, fulfilledBy, marks }: View) => ({
  status,
  'fulfilled by': fulfilledBy ?? 'none',
  'paid twice': listOf(marks.paidTwice),
  refunded: marks.refunded === 0 ? 'none' : `${marks.refunded} minor units`,
  'refund failed': listOf(marks.refundFailed),
  dispute: marks.dispute ?? 'none',
  fraud: listOf(marks.fraud),
  mismatch: listOf(marks.mismatch)
})

const listOf = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '))
