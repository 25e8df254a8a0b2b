import type { ComponentChildren } from 'preact'

export type Column<Row> = Readonly<{
  name: string
  cell: (row: Row) => ComponentChildren
  isNumber?: boolean
}>

type Props<Row> = Readonly<{
  id: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Said where there is no row. */
  empty: string
}>

/** Rows in a frame of their own. On a phone each becomes a card, and each cell says what it is. */
export const Table = <Row,>({ id, columns, rows, empty }: Props<Row>) => (
  <div id={id} data-part>
    {rows.length === 0 ? (
      <p class="notice plain">{empty}</p>
    ) : (
      <div class="table">
        <table>
          <thead>
            <tr>
              {columns.map(({ name, isNumber }) => (
                <th key={name} scope="col" class={isNumber ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ name, cell, isNumber }) => (
                  <td key={name} data-name={name} class={isNumber ? 'number' : undefined}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </div>
)
