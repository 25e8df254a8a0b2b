/** Longer than any order id at Stripe's `client_reference_id` (200). */
const LONGEST = 200

const LINE_BREAKS_AND_CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

// These reorder the text around them: with one in a name the rest of the sentence would read backwards.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A stranger's text as one line that can stand in a sentence or a mail header: no control characters, line breaks,
 * marks that turn the direction of writing, or half characters; cut at 200 characters.
 */
export function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(DIRECTION_MARKS, '')
    .replaceAll(LINE_BREAKS_AND_CONTROLS, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}
