/** Rows → one array a column, the form that `unnest` takes. */
export const column = <Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] =>
  rows.map(row => row[key])

/** One row a key, the last one kept: `on conflict do update` refuses to meet a key twice in one statement. */
export const uniqueBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map(row => [keyOf(row), row])).values()
]
