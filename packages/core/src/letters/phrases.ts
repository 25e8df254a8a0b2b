/** What a sentence may mention. Each value is one line without control characters; `amount` is already formatted. */
export type Values = Readonly<{ order: string; amount: string | null; name: string | null; shopName: string }>

/** A letter in words: plain text, never markup. */
export type Wording = Readonly<{
  subject: string
  /** The line that an inbox shows beside the subject. */
  preheader: string
  heading: string
  greeting: string
  /** What happened, in a sentence or two; the order and the amount stand below it. */
  opening: string
  orderLabel: string
  amountLabel: string
  /** What it means and what to do. */
  paragraphs: readonly string[]
  /** On the link to the shop's page, without which the letter must make sense too; null in a letter that has no link. */
  button: string | null
  /** What stands between the link and the farewell. */
  closing: readonly string[]
  farewell: string
  /** Below the letter: why one gets it. */
  reason: string
}>

type WithLink = Wording & Readonly<{ button: string }>
type WithoutLink = Wording & Readonly<{ button: null }>

/** Everything paidonce says in one language: one wording for each kind of letter. */
export type Phrases = Readonly<{
  /** The payment is over, and so is the order. */
  payment_failed: (values: Values) => WithLink
  /** Nobody took the payment so far; the order can still be paid. */
  payment_declined: (values: Values) => WithLink
  /** The whole payment went back. Who got money back is not asked to order again. */
  refunded: (values: Values) => WithoutLink
}>
