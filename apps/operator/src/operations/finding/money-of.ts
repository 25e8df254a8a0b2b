import type { Money } from '@paidonce/shared/money'

type Value = Readonly<Record<string, unknown>>

/** The money that a fact tells, if it does. */
export const moneyOf = ({ amount, currency }: Value): Money | null =>
  Number.isSafeInteger(amount) && typeof currency === 'string' ? { amount: amount as number, currency } : null
