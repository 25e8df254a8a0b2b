import { SpeakingError } from '@paidonce/shared/describe-error'

/** Which list a cursor goes on in. */
export type Listed = 'events' | 'orders' | 'letters'

/** Where a page ended: the time of its last row, to the microsecond, and what tells rows of one moment apart. */
export type Place = Readonly<{ at: string; ids: readonly string[] }>

/** The time of a row as a `Place` has it: a Date would lose microseconds, and with them rows. */
export const placeTime = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** What such ids look like in each list. */
const IDS: Readonly<Record<Listed, readonly RegExp[]>> = {
  events: [/^[^\0]+$/],
  orders: [/^[^\0]*$/, /^[^\0]+$/],
  letters: [/^\d{1,18}$/]
}

export const writeCursor = (listed: Listed, { at, ids }: Place): string =>
  Buffer.from(JSON.stringify([listed, at, ...ids])).toString('base64url')

/** Throws BadCursor for what `writeCursor` did not write, or wrote for another list. */
export function readCursor(listed: Listed, cursor: string): Place {
  const [list, at, ...ids] = textsIn(cursor)
  const rules = IDS[listed]
  const isPlace =
    list === listed &&
    at !== undefined &&
    TIME.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    ids.length === rules.length &&
    rules.every((rule, index) => rule.test(ids[index] ?? ''))
  if (!isPlace) throw new BadCursor()
  return { at, ids }
}

function textsIn(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) && parts.every(part => typeof part === 'string') ? parts : []
  } catch {
    return []
  }
}

/** What was given as the place to go on from leads nowhere. */
export class BadCursor extends SpeakingError {
  override readonly name = 'BadCursor'
  readonly code = 'BAD_CURSOR'

  constructor() {
    super('the cursor is not one that this search gave: begin again without it')
  }
}
