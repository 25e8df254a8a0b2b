import type { OrderChange, View } from './predict.ts'
import type { Summary } from './rebuild.ts'

/** What becomes of one order, as an operator reads it in a terminal. Pure. */
export function showChange({ account, order, before, after, newly }: OrderChange): string {
  const was = before === undefined ? undefined : fieldsOf(before)
  const fields = Object.entries(fieldsOf(after)).flatMap(([name, now]) => {
    const then = was?.[name as keyof typeof was] ?? 'none'
    return then === now ? [] : [[name, `${then} → ${now}`]]
  })
  const lines = [
    ...fields,
    ...newly.announcements.map(one => ['announces', one.trim()]),
    ...newly.letters.map(one => ['letter', one])
  ]
  return [
    `order ${order}${account === '' ? '' : ` of ${account}`}${before === undefined ? '   new' : ''}`,
    ...lines.map(([name = '', text = '']) => `  ${name.padEnd(14)} ${text}`)
  ].join('\n')
}

const fieldsOf = ({ status, fulfilledBy, marks }: View) => ({
  status,
  'fulfilled by': fulfilledBy ?? 'none',
  'paid twice': listOf(marks.paidTwice),
  refunded: String(marks.refunded),
  'refund failed': listOf(marks.refundFailed),
  dispute: marks.dispute ?? 'none',
  fraud: listOf(marks.fraud),
  mismatch: listOf(marks.mismatch)
})

const listOf = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '))

export function showSummary(
  { looked, changed, orders, leftAlone, failures }: Summary,
  isDry: boolean
): string {
  return [
    `looked at ${looked} events: ${changed} ${isDry ? 'would be' : 'are'} read otherwise, ${orders} orders ${isDry ? 'would change' : 'changed'}`,
    ...Object.entries(leftAlone).map(([cause, count]) => `left alone: ${count} × ${cause}`),
    ...failures.map(({ event, code }) => `FAILED  ${event}: ${code}`)
  ].join('\n')
}
