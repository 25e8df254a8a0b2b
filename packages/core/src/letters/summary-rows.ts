import type { Wording } from './phrases.ts'

/** A line of the block that says what the letter is about. */
export type SummaryRow = Readonly<{ label: string; value: string }>

/** The order, and the amount where it is known. */
export const summaryRows = (
  { orderLabel, amountLabel }: Wording,
  { order, amount }: Readonly<{ order: string; amount: string | null }>
): SummaryRow[] => [
  { label: orderLabel, value: order },
  ...(amount === null ? [] : [{ label: amountLabel, value: amount }])
]
