import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'
import { type Listed, type Place, readCursor, writeCursor } from './cursor.ts'

/** How much of a list is asked for, and behind which cursor. */
export type PageWish = Readonly<{ limit?: number | undefined; after?: string | undefined }>

/** Rows, the newest first; `next` is the cursor that goes on behind them, null at the end. */
export type Page<Row> = Readonly<{ rows: readonly Row[]; next: string | null }>

export const MOST_ROWS = 200
const USUAL_ROWS = 50

/** What a statement is built for: one row more than the page has, to know whether there are more. */
export type Stretch = Readonly<{ limit: number; place: Place | undefined }>

/**
 * Asks for one page. It is planned anew each time, for the very values asked for: a plan made for any value would not know
 * a type that is seldom from one that is not. Throws BadCursor and LedgerError.
 */
export async function readPage<Row>(
  ledger: Ledger,
  listed: Listed,
  { limit = USUAL_ROWS, after }: PageWish,
  statement: (stretch: Stretch) => Statement<Row>,
  placeOf: (row: Row) => Place
): Promise<Page<Row>> {
  const size = Math.min(Math.max(1, Math.trunc(limit)), MOST_ROWS)
  const place = after === undefined ? undefined : readCursor(listed, after)
  const found = await run({ ...ledger, namedStatements: false }, statement({ limit: size + 1, place }))
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, next: found.length > size && last ? writeCursor(listed, placeOf(last)) : null }
}
