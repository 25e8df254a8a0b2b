import type { FoundEvent } from '../../operations/finding/find-events.ts'
import { plain } from './plain.ts'
import { shortTime, table } from './table.ts'

/** Events as lines, with the error of a last try below. */
export function showEvents(events: readonly FoundEvent[]): string {
  const [heading = '', ...lines] = table(
    ['received', 'state', 'event', 'type', 'order', 'account'],
    events.map(({ received, state, id, type, order, account }) => [
      shortTime(received),
      state === 'failed' ? 'FAILED' : state,
      id,
      type,
      order ?? '',
      account
    ])
  )
  return [
    heading,
    ...lines.flatMap((line, index) => {
      const error = events[index]?.error
      return error ? [line, `    ${plain(`${error.code}: ${error.text}`)}`] : [line]
    })
  ].join('\n')
}
