/** 1999 'eur' is €19.99: `amount` in the units Stripe counts in, an integer; `currency` an ISO code in lower case. */
export type Money = Readonly<{ amount: number; currency: string }>

/**
 * How many decimals an amount at Stripe has, where that is not two. From Stripe's own list,
 * https://docs.stripe.com/currencies, which is not ISO 4217's: MGA has none here.
 * UGX stands in its list of zero-decimal currencies and again among its special cases; these say how a charge
 * is counted (500 is 5 UGX), as for ISK, so both keep two. HUF and TWD have two, except in payouts.
 */
const DECIMALS_AT_STRIPE: Readonly<Record<string, number>> = {
  bif: 0,
  clp: 0,
  djf: 0,
  gnf: 0,
  jpy: 0,
  kmf: 0,
  krw: 0,
  mga: 0,
  pyg: 0,
  rwf: 0,
  vnd: 0,
  vuv: 0,
  xaf: 0,
  xof: 0,
  xpf: 0,
  bhd: 3,
  jod: 3,
  kwd: 3,
  omr: 3,
  tnd: 3
}

/** Stripe counts hundredths of these, but nobody writes them: 500 is "ISK 5". A fraction, if there is one, is shown. */
const WRITTEN_WHOLE: ReadonlySet<string> = new Set(['huf', 'isk', 'twd', 'ugx'])

/**
 * The amount as a reader of `locale` (a BCP 47 tag) writes it, exact to the last digit. Decimals are those of
 * Stripe's list (https://docs.stripe.com/currencies), two for a currency it does not know; whole amounts of HUF, ISK,
 * TWD and UGX have none. Throws a RangeError if `amount` is not an integer; never because of the currency.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const decimal = writtenDecimal(amount, currency.toLowerCase())
  const fractionDigits = decimal.split('.')[1]?.length ?? 0
  const digits = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }

  // Intl refuses a code of any other shape.
  if (!/^[a-z]{3}$/i.test(currency)) {
    return `${currency.toUpperCase()} ${new Intl.NumberFormat(locale, digits).format(decimal)}`
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(decimal)
}

/** A decimal in digits, because a division would round: past 2^53 a number cannot hold every cent. */
function writtenDecimal(amount: number, currency: string): `${number}` {
  const decimals = Object.hasOwn(DECIMALS_AT_STRIPE, currency) ? DECIMALS_AT_STRIPE[currency] : 2
  const units = 10n ** BigInt(decimals ?? 2)
  const minor = BigInt(amount)
  const sign = minor < 0n ? '-' : ''
  const size = minor < 0n ? -minor : minor
  const whole = `${sign}${size / units}` as `${number}`

  if (units === 1n || (size % units === 0n && WRITTEN_WHOLE.has(currency))) return whole
  return `${whole}.${String(size % units).padStart(decimals ?? 2, '0')}` as `${number}`
}
