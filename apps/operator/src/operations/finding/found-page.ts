import type { Page } from '@paidonce/ledger/finding/page'

/** A page with its rows as they are told. */
export const foundPage = <Row, Found>({ rows, next }: Page<Row>, tell: (row: Row) => Found): Page<Found> => ({
  rows: rows.map(tell),
  next
})

/** A time as it is told: ISO 8601. */
export const timeOf = (at: Date): string => at.toISOString()
export const timeOrNull = (at: Date | null): string | null => at?.toISOString() ?? null
