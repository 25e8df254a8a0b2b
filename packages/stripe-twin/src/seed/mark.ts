import { createHash } from 'node:crypto'

/** In the order in which texts sort. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TAG_LENGTH = 3
const NUMBER_LENGTH = 6

/** Numbers below this can be marked. */
export const MARKED_NUMBERS = 62 ** NUMBER_LENGTH

/** Three characters that stand for a text. */
export const tagOf = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, TAG_LENGTH)]
    .map(byte => DIGITS[byte % 62])
    .join('')

/** What ids of a numbered order begin with: they sort as the orders count. */
export function makeMark(tag: string, number: number): string {
  let text = ''
  for (let rest = number; text.length < NUMBER_LENGTH; rest = Math.floor(rest / 62))
    text = DIGITS[rest % 62] + text
  return tag + text
}

/** Behind the letters of its kind, and the digit that all of a kind have. */
const MARKED = new RegExp(`^[a-z]+_(?:test_a)?\\d(\\w{${TAG_LENGTH}})(\\w{${NUMBER_LENGTH}})`)

/** The number of the order that an id with this tag belongs to; undefined if it has another or none. */
export function numberIn(id: string, tag: string): number | undefined {
  const [, found, digits = ''] = id.match(MARKED) ?? []
  if (found !== tag) return undefined
  return [...digits].reduce((number, digit) => number * 62 + DIGITS.indexOf(digit), 0)
}
