/** Currencies of ours that have no smaller unit; Stripe's list is at docs.stripe.com/currencies#zero-decimal. */
const WITHOUT_DECIMALS = ['vnd', 'jpy']

/** 1900 eur → €19.00, 185000 vnd → ₫185,000. */
export function formatMoney(amount: number, currency: string): string {
  const value = WITHOUT_DECIMALS.includes(currency) ? amount : amount / 100
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(value)
}
