import type { KnownEvent } from '../../operations/finding/look-at-event.ts'
import { moneyIn } from '../../operations/show-facts.ts'
import { plain } from './plain.ts'
import { shortTime, table } from './table.ts'

/** Everything known of one event, for a terminal; its payload only if that is asked for. */
export function showEvent(event: KnownEvent, withPayload: boolean): string {
  const { id, type, state, attempts, how, received, finished, failed, error, codeVersion, missed } = event
  return [
    plain(`event ${id}   ${type}   ${state === 'failed' ? 'FAILED' : state}`),
    ...section('known as', [
      ...named('order', event.order),
      ...named('payment', event.payment),
      ...named('session', event.session),
      ...named('address', event.email),
      ...named('account', event.account || null),
      ...named('mode', event.mode)
    ]),
    ...section('what happened', [
      ...(missed === null
        ? []
        : [[shortTime(missed.found), `a sweep found it missing: ${missed.cause.replaceAll('_', ' ')}`]]),
      [shortTime(received), `received by ${how}`],
      ...(finished === null ? [] : [[shortTime(finished), `finished, by release ${codeVersion}`]]),
      ...(failed === null ? [] : [[shortTime(failed), `given up after ${attempts} attempts`]]),
      ...(error === null ? [] : [['', `${error.code}: ${error.text}`]]),
      ...(event.erased === null ? [] : [[shortTime(event.erased), 'a person was erased from it']])
    ]),
    ...section(
      'facts',
      event.facts.map(({ payment, kind, order, value }) => [
        payment || 'the order',
        kind.replaceAll('_', ' '),
        moneyIn(value),
        order === null ? 'of no known order' : `order ${order}`
      ])
    ),
    ...section(
      'what people did',
      event.actions.map(({ at, who, what, why, result }) => [
        shortTime(at),
        who,
        what,
        why ?? '',
        result ?? 'not finished'
      ])
    ),
    ...(withPayload ? ['', plainLines(event.payload ?? 'The payload is erased.')] : [])
  ].join('\n')
}

const named = (what: string, id: string | null) => (id === null ? [] : [[what, id]])

function section(heading: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const columns = Math.max(...rows.map(row => row.length))
  const [, ...lines] = table(Array(columns).fill(''), rows)
  return ['', heading, ...lines.map(line => `  ${line}`)]
}

const plainLines = (text: string) => text.split('\n').map(plain).join('\n')
