/** One line of what was bought, as Stripe lists it. Amounts are minor units, and those of the whole line. */
export type LineItem = Readonly<{
  id: string
  description: string | null
  quantity: number | null
  amount: number | null
  currency: string | null
  price: string | null
  product: string | null
}>
