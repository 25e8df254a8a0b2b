import type { FactValues } from '../facts/fact.ts'

/** A suspicion about a payment, by the id of what Stripe says of it. */
export type FraudMark = Readonly<{
  kind: 'early_fraud_warning' | 'radar_review'
  id: string
  isOpen: boolean
}>

/** A warning stays; a review is open until its closing was told. Sorted by id. */
export function mergeFraud(
  warnings: readonly FactValues['fraud_warning'][],
  reviews: readonly FactValues['radar_review'][]
): FraudMark[] {
  const closed = new Set(reviews.filter(({ isOpen }) => !isOpen).map(({ review }) => review))
  const marks = [
    ...unique(warnings.map(({ warning }) => warning)).map(
      id => ({ kind: 'early_fraud_warning', id, isOpen: true }) as const
    ),
    ...unique(reviews.map(({ review }) => review)).map(
      id => ({ kind: 'radar_review', id, isOpen: !closed.has(id) }) as const
    )
  ]
  return marks.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
