import type { OrderHistory, ToldFact } from '@paidonce/ledger/people/order-history'
import { formatMoney } from '@paidonce/shared/money'

/** One order as an operator reads it in a terminal. Pure. */
export function showOrder(id: string, history: OrderHistory): string {
  const { order, facts, fulfilments, letters, announcements, failures } = history
  return [
    `order ${id}   ${order.status}${order.unsettled ? ' (about to be settled again)' : ''}`,
    ...section('marks', marks(order)),
    ...section('facts', facts.map(factLine)),
    ...section(
      'fulfilment',
      fulfilments.map(({ payment, at }) => [time(at), `by ${payment}`])
    ),
    ...section(
      'letters',
      letters.map(letter => [
        time(letter.done ?? letter.owed),
        letter.kind,
        letter.status.replace('_', ' '),
        letter.recipient ?? '',
        letter.locale ?? '',
        letter.reason ?? ''
      ])
    ),
    ...section(
      'announcements',
      announcements.map(({ id, kind, at, handed_over, done }) => [
        time(at),
        kind,
        `ann-${id}`,
        done !== null ? 'done' : handed_over !== null ? 'waits for your worker' : 'owed'
      ])
    ),
    ...section(
      'events that are not finished',
      failures.map(({ event, type, error_code, error_text, failed }) => [
        failed === null ? 'will be tried again' : 'FAILED',
        event,
        type,
        `${error_code}: ${error_text}`
      ])
    )
  ].join('\n')
}

function marks(order: OrderHistory['order']): string[][] {
  const { paid_twice, refunded, refund_failed, dispute, fraud, mismatch } = order
  return [
    ...paid_twice.map(payment => ['PAID TWICE', `refund ${payment}`]),
    ...refund_failed.map(refund => ['REFUND FAILED', `${refund}: pay the buyer another way`]),
    ...(dispute === null ? [] : [['DISPUTE', dispute.replaceAll('_', ' ')]]),
    ...fraud.map(suspicion => ['FRAUD?', suspicion.replaceAll('_', ' ')]),
    ...mismatch.map(objection => ['MISMATCH', objection.replaceAll('_', ' ')]),
    ...(refunded === '0' ? [] : [['refunded', `${refunded} minor units`]])
  ]
}

function factLine({ payment, kind, value, event, event_type, received }: ToldFact): string[] {
  const told = received === null ? '' : time(received)
  return [
    told,
    payment === '' ? 'the order' : payment,
    kind,
    moneyIn(value),
    event_type === null ? event : `${event} (${event_type})`
  ]
}

function moneyIn({ amount, currency }: Readonly<Record<string, unknown>>): string {
  return typeof amount === 'number' && typeof currency === 'string'
    ? formatMoney({ amount, currency }, 'en')
    : ''
}

/** A heading and aligned lines; nothing at all where there is nothing to say. */
function section(heading: string, lines: readonly (readonly string[])[]): string[] {
  if (lines.length === 0) return []
  const widths = lines.reduce<number[]>(
    (known, line) => line.map((cell, index) => Math.max(cell.length, known[index] ?? 0)),
    []
  )
  const aligned = lines.map(line => line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('   '))
  return ['', heading, ...aligned.map(line => `  ${line.trimEnd()}`)]
}

const time = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ')
