/** A text that does nothing to a terminal: what would move the cursor, colour, ring or turn the writing direction is a `·`. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '·')
