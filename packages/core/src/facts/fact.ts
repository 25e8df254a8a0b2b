/** Minor units as Stripe gives them; null where an event does not say. */
export type Amount = Readonly<{ amount: number | null; currency: string | null }>

/** Who to write to, and in which language. */
export type Buyer = Readonly<{ email: string | null; name: string | null; locale: string | null }>

/** What each kind of fact says. `settle` merges values of one kind by rules that no order or repetition can change. */
export type FactValues = Readonly<{
  /** The buyer went through the checkout; the money may come later. */
  completed: Amount
  /** The money is there. */
  paid: Amount
  /** The money will not come by this payment. */
  failed: Amount & Buyer
  /** The buyer never went through with it. */
  expired: Readonly<Record<never, never>>
  /** So much of the payment has gone back so far. */
  refunded: Readonly<{ amount: number }>
  /** The shop expects this much for the order. */
  registered: Readonly<{ amount: number; currency: string }>
  /** An operator looked at the order and wants it fulfilled. */
  approved: Readonly<{ by: string }>
}>

export type FactKind = keyof FactValues

/**
 * One thing known about a payment. Facts told by a person about the order itself (`registered`, `approved`) have the
 * empty payment. `order` is the order that this event named, which may be none.
 */
export type Fact = {
  [Kind in FactKind]: Readonly<{ kind: Kind; payment: string; order: string | null; value: FactValues[Kind] }>
}[FactKind]

/** The payment of a fact that is about the order itself. */
export const NO_PAYMENT = ''
