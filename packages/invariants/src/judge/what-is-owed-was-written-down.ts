import type { SettleRules } from '@paidonce/core/orders/settle'
import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'
import { settledBy } from './settled.ts'

const INVARIANT = 'each fulfilment, letter and announcement that the facts of an order owe is written down'

export function whatIsOwedWasWrittenDown(order: FoundOrder, rules: SettleRules): Finding[] {
  const due = settledBy(order, rules)
  if (due === undefined) return []

  const finding = about(INVARIANT, order)
  const letters = new Set(order.letters.map(({ payment, kind }) => `${payment} ${kind}`))
  const announcements = new Set(order.announcements.map(({ about, kind }) => `${about} ${kind}`))
  return [
    ...(due.fulfilment !== undefined && order.fulfilments.length === 0
      ? [finding('it is paid, and there is no fulfilment', { payment: due.fulfilment.payment })]
      : []),
    ...due.owed.letters
      .filter(({ payment, kind }) => !letters.has(`${payment} ${kind}`))
      .map(({ payment, kind }) => finding(`the letter ${kind} is owed, and there is none`, { payment })),
    ...due.owed.announcements
      .filter(({ about, kind }) => !announcements.has(`${about} ${kind}`))
      .map(({ about, kind }) =>
        finding(`the announcement ${kind} is owed, and there is none`, { payment: about })
      )
  ]
}
