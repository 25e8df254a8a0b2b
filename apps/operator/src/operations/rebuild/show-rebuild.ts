import { changedFields } from './changed-fields.ts'
import type { OrderChange } from './predict.ts'
import type { Summary } from './rebuild.ts'

/** What becomes of one order, as an operator reads it in a terminal. Pure. */
export function showChange({ account, order, before, after, newly }: OrderChange): string {
  const lines = [
    ...changedFields({ before, after }).map(({ name, then, now }) => [name, `${then ?? 'none'} → ${now}`]),
    ...newly.announcements.map(one => ['announces', one.trim()]),
    ...newly.letters.map(one => ['letter', one])
  ]
  return [
    `order ${order}${account === '' ? '' : ` of ${account}`}${before === undefined ? '   new' : ''}`,
    ...lines.map(([name = '', text = '']) => `  ${name.padEnd(14)} ${text}`)
  ].join('\n')
}

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
