import type { OrderHistory, ToldFact } from '@paidonce/ledger/people/order-history'
import { formatMoney } from '@paidonce/shared/money'

type Value = ToldFact['value']

/** What was told of an order, a line of cells each. */
export function factLines(facts: OrderHistory['facts']): string[][] {
  const currency = currencyOf(facts)
  return facts.map(({ payment, kind, value, event, event_type, received }) => [
    received === null ? '' : timeText(received),
    payment === '' ? 'the order' : payment,
    kind.replaceAll('_', ' '),
    moneyIn({ currency, ...value }),
    detailOf(kind, value),
    event_type === null ? event : `${event} (${event_type})`
  ])
}

/** Refunds do not tell their currency: it is that of what was paid. */
export const currencyOf = (facts: OrderHistory['facts']): string | undefined =>
  facts.map(({ value }) => value.currency).find(currency => typeof currency === 'string') as
    | string
    | undefined

export const timeText = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ')

export function moneyIn({ amount, currency }: Value): string {
  return typeof amount === 'number' && typeof currency === 'string'
    ? formatMoney({ amount, currency }, 'en')
    : ''
}

/** Which refund, dispute, warning or review, and how it stands. */
export function detailOf(kind: string, value: Value): string {
  const about = value.refund ?? value.dispute ?? value.warning ?? value.review
  const stands = kind === 'radar_review' ? (value.isOpen === true ? 'open' : 'closed') : value.status
  return [about, stands].filter(part => typeof part === 'string').join(' ')
}
