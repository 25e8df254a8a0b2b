/** Minor units as Stripe gives them; null where an event does not say. */
export type Amount = Readonly<{ amount: number | null; currency: string | null }>

/** Who to write to, and in which language. */
export type Buyer = Readonly<{ email: string | null; name: string | null; locale: string | null }>

/** The Checkout Session that told it. */
export type OfSession = Readonly<{ session: string | null }>

/** One try at a payment: by which charge, with which payment method. A later event about the same try names one of them. */
export type Attempt = Readonly<{ charge: string | null; method: string | null }>

/** What each kind of fact says. `settle` merges values of one kind by rules that no order or repetition can change. */
export type FactValues = Readonly<{
  /** The buyer went through the checkout; the money may come later. */
  completed: Amount & Partial<Buyer> & Partial<OfSession>
  /** The money is there. */
  paid: Amount & Partial<Buyer> & Partial<OfSession>
  /** The money will not come by this payment. */
  failed: Amount & Buyer
  /** The buyer never went through with it. */
  expired: Readonly<Record<never, never>>
  /** The money of one attempt is on its way or reserved. */
  underway: Amount & Attempt
  /** One attempt came to nothing; the buyer may try again. */
  declined: Amount & Buyer & Attempt
  /** The shop or Stripe called the payment off. */
  canceled: Readonly<Record<never, never>>
  /** So much of the payment has gone back so far. */
  refunded: Readonly<{ amount: number }> & Partial<Buyer>
  /** What became of one refund; the status in Stripe's words. */
  refund: Readonly<{ refund: string; amount: number; status: string | null }>
  /** What became of one dispute; status and reason in Stripe's words. */
  dispute: Amount & Readonly<{ dispute: string; status: string | null; reason: string | null }>
  /** The card's issuer suspects fraud, and a dispute may follow. */
  fraud_warning: Readonly<{ warning: string }>
  /** Somebody is asked to look at the payment in Stripe's Dashboard, or has done so. */
  radar_review: Readonly<{ review: string; isOpen: boolean }>
  /** The shop expects this much for the order. */
  registered: Readonly<{ amount: number; currency: string }>
  /** An operator looked at the order and wants it fulfilled. */
  approved: Readonly<{ by: string }>
}>

export type FactKind = keyof FactValues

/** What an event says, before it is known of which payment. */
export type Told = { [Kind in FactKind]: Readonly<{ kind: Kind; value: FactValues[Kind] }> }[FactKind]

/**
 * One thing known about a payment. Facts told by a person about the order itself (`registered`, `approved`) have the
 * empty payment. `order` is the order that this event named, which may be none.
 */
export type Fact = Told & Readonly<{ payment: string; order: string | null }>

/** The payment of a fact that is about the order itself. */
export const NO_PAYMENT = ''
