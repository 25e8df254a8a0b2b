/** The three lists of a reconciliation. */
export const DIFFERENCE_KINDS = ['paid_not_fulfilled', 'fulfilled_not_paid', 'different'] as const

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** Stripe says this, and that is what is known here: amounts in minor units, and words of Stripe's and ours. */
export type Disagreement = Readonly<{ kind: DifferenceKind; atStripe: string; known: string }>

/** `about`: a payment, a refund or a dispute. */
export type Difference = Disagreement & Readonly<{ about: string; payment: string; order: string }>

/** How each list is headed. */
export const DIFFERENCE_WORDS: Readonly<Record<DifferenceKind, string>> = {
  paid_not_fulfilled: 'paid and not fulfilled',
  fulfilled_not_paid: 'fulfilled and not paid',
  different: 'different amounts'
}
