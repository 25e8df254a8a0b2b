import { plural } from '../plural.ts'
import { showChange } from '../rebuild/show-rebuild.ts'
import type { OrderPreview } from './in-steps.ts'
import type { KnownReplay, Trouble } from './look-at-replays.ts'
import { otherEnds } from './other-ends.ts'
import type { Preview } from './preview.ts'

/** What a replay would come to, as an operator reads it in a terminal. Pure. */
export function showPreview({ events, changes, leftOut }: Preview, skipsLetters: boolean): string {
  const owed = (kind: 'letters' | 'announcements') =>
    changes.reduce((sum, { newly }) => sum + newly[kind].length, 0)
  const letters = `${plural(owed('letters'), 'letter')} would ${skipsLetters ? 'be withdrawn' : 'go out'}`
  return [
    ...changes.map(showOrder),
    ...leftOut.map(
      ({ event, type, code }) => `CANNOT BE READ  ${event}${type === '' ? '' : ` (${type})`}: ${code}`
    ),
    ...(changes.length + leftOut.length > 0 ? [''] : []),
    `${plural(events, 'event')} would be read again: ${plural(changes.length, 'order')} would change, ${letters}, ${plural(owed('announcements'), 'announcement')} would go out`
  ].join('\n')
}

const showOrder = (change: OrderPreview): string =>
  [showChange(change), ...otherEnds(change).map(end => `  ${'or, one by one'.padEnd(14)} ${end}`)].join('\n')

/** How far a replay has come, in a line. Pure. */
export function showProgress({ id, total, queued, finished, failed, leftOut }: KnownReplay): string {
  return [
    `replay ${id}: ${queued} of ${total} queued`,
    `${finished} finished`,
    ...(failed > 0 ? [`${failed} failed again`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : [])
  ].join(', ')
}

/** What came of a replay, as an operator reads it in a terminal. Pure. */
export const showReplay = (replay: KnownReplay & Readonly<{ trouble: readonly Trouble[] }>): string =>
  [
    ...replay.trouble.map(
      ({ event, order, why }) => `${event}${order === null ? '' : ` (order ${order})`}: ${why}`
    ),
    showProgress(replay)
  ].join('\n')
