/** Where something stands in a list of Stripe's. */
export type Place = Readonly<{ created: number; id: string }>

/** Negative if the first comes before the second: the newer one, and of the same second the one whose id is greater. */
export function byPlace(one: Place, other: Place): number {
  if (one.created !== other.created) return one.created > other.created ? -1 : 1
  if (one.id === other.id) return 0
  return one.id > other.id ? -1 : 1
}

/** Before everything that was created at this second or earlier. */
export const before = (second: number): Place => ({ created: second + 1, id: '' })

/** After everything that was created at this second or later. */
export const after = (second: number): Place => ({ created: second, id: '' })
