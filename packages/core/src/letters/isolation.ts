import type { Direction } from './direction-of.ts'

const [ISOLATE, END] = ['\u2068', '\u2069']

/**
 * A value that stands in a sentence from right to left as one piece: an order "1001-A" would else be shown as "A-1001".
 * Left to right needs none of it.
 */
export const isolated = (value: string, direction: Direction): string =>
  direction === 'rtl' ? `${ISOLATE}${value}${END}` : value

/** For a mail's header: some mail programs show these marks as boxes there. */
export const withoutIsolation = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')
