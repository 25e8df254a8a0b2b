import type { KnownReplay } from '../../operations/replay/look-at-replays.ts'
import { shortTime, table } from './table.ts'

/** Replays as a table. */
export const showReplays = (replays: readonly KnownReplay[]): string =>
  table(HEADING, replays.map(cells)).join('\n')

const HEADING = ['replay', 'begun', 'state', 'events', 'finished', 'failed', 'left out', 'who', 'why']

const cells = ({ id, created, state, total, finished, failed, leftOut, who, why }: KnownReplay): string[] => [
  id,
  shortTime(created),
  state,
  ...[total, finished].map(String),
  ...[failed, leftOut].map(count => (count === 0 ? '' : String(count))),
  who,
  why
]
