/** How a piece of a line looks. `color` is one of the terminal's first eight, undefined the usual one. */
export type Look = Readonly<{ isBold: boolean; isSoft: boolean; color: number | undefined }>

/** Neighbouring cells that look alike. `column` counts from 0; wide characters take two columns. */
export type Run = Readonly<{ text: string; column: number; columns: number; look: Look }>

export type Row = readonly Run[]

export const PLAIN: Look = { isBold: false, isSoft: false, color: undefined }

/** A row as one line of text. */
export const rowText = (row: Row): string =>
  row.reduce((line, { text, column }) => line.padEnd(column) + text, '')
