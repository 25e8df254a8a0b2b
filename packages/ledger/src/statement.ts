/**
 * One statement as it will run, and its values. A statement is data: who builds it needs no connection, and several can
 * be sent in one round trip. `Row` is the type of the rows it gives.
 */
export type Statement<Row = unknown> = Readonly<{
  /** Prepared once a connection under this name. */
  name: string
  text: string
  values: readonly unknown[]
  /** Never set: carries the row's type. */
  row?: Row
}>

/** The rows of each of several statements. */
export type RowsOf<Statements extends readonly Statement[]> = {
  [Index in keyof Statements]: Statements[Index] extends Statement<infer Row> ? Row[] : never
}
