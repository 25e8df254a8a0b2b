import type { OrderAction } from '@paidonce/ledger/people/order-actions'
import type { OrderHistory } from '@paidonce/ledger/people/order-history'
import { currencyOf, factLines, moneyIn, timeText } from './show-facts.ts'
import { wrapped } from './wrapped.ts'

/** One order as an operator reads it in a terminal. Pure. */
export function showOrder(id: string, history: OrderHistory, actions: readonly OrderAction[]): string {
  const { order, facts, fulfilments, lineItems, letters, announcements, failures } = history
  return [
    `order ${id}   ${order.status}${order.unsettled ? ' (about to be settled again)' : ''}`,
    ...section('marks', orderMarks(order, currencyOf(facts))),
    ...section('facts', factLines(facts)),
    ...section(
      'fulfilment',
      fulfilments.map(({ payment, at }) => [timeText(at), `by ${payment}`])
    ),
    ...section('bought', lineItems.flatMap(lineItemLines)),
    ...section(
      'letters',
      letters.map(letter => [
        timeText(letter.done ?? letter.owed),
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
        timeText(at),
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
    ),
    ...section(
      'done by people',
      actions.map(({ at, who, what, why, result }) => [timeText(at), who, what, why ?? '', result ?? ''])
    )
  ].join('\n')
}

/** What stands beside the status and asks for a person, a line of cells each. */
export function orderMarks(order: OrderHistory['order'], currency: string | undefined): string[][] {
  const { paid_twice, refunded, refund_failed, dispute, fraud, mismatch } = order
  return [
    ...paid_twice.map(payment => ['PAID TWICE', `refund ${payment}`]),
    ...refund_failed.map(refund => ['REFUND FAILED', `${refund}: pay the buyer another way`]),
    ...(dispute === null ? [] : [['DISPUTE', dispute.replaceAll('_', ' ')]]),
    ...fraud.map(suspicion => ['FRAUD?', suspicion.replaceAll('_', ' ')]),
    ...mismatch.map(objection => ['MISMATCH', objection.replaceAll('_', ' ')]),
    ...(refunded === '0'
      ? []
      : [['refunded', moneyIn({ amount: Number(refunded), currency }) || `${refunded} minor units`]])
  ]
}

function lineItemLines({ lines, given_up, reason }: OrderHistory['lineItems'][number]): string[][] {
  if (lines === null) return [[given_up === null ? 'not fetched yet' : 'not to be had', reason ?? '']]
  return lines.map(({ description, quantity, amount, currency }) => [
    `${quantity ?? '?'} ×`,
    description ?? '',
    moneyIn({ amount, currency })
  ])
}

const WIDTH = 120

/** A heading and aligned lines; nothing at all where there is nothing to say. Where they are too wide, the last cell of each stands below it. */
function section(heading: string, lines: readonly (readonly string[])[]): string[] {
  if (lines.length === 0) return []
  const whole = aligned(lines)
  const shown = whole.some(line => line.length > WIDTH) ? withLastBelow(lines) : whole
  return ['', heading, ...shown]
}

function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = lines.reduce<number[]>(
    (known, line) => line.map((cell, index) => Math.max(cell.length, known[index] ?? 0)),
    []
  )
  return lines.map(line =>
    `  ${line.flatMap((cell, index) => (widths[index] ? [cell.padEnd(widths[index])] : [])).join('   ')}`.trimEnd()
  )
}

function withLastBelow(lines: readonly (readonly string[])[]): string[] {
  const firsts = aligned(lines.map(line => line.slice(0, -1)))
  return lines.flatMap((line, index) => {
    const last = line.at(-1) ?? ''
    return [firsts[index] ?? '', ...(last === '' ? [] : wrapped(last, BELOW, BELOW))]
  })
}

const BELOW = '      '
