/** Every kind of letter. The compiler sees to it that each language has them all. */
export const LETTER_KINDS = ['payment_failed', 'payment_declined', 'refunded'] as const

export type LetterKind = (typeof LETTER_KINDS)[number]

export const isLetterKind = (text: string): text is LetterKind =>
  (LETTER_KINDS as readonly string[]).includes(text)

/** What `isLetterKind` takes, for who has to be told. */
export const LETTER_KIND_NAMES = `each is ${LETTER_KINDS.join(', ').replace(/, (?=[^,]*$)/, ' or ')}`
