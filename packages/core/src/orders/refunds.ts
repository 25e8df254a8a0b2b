import { groupBy } from '@paidonce/shared/group-by'
import type { FactValues } from '../facts/fact.ts'

/** What went back of one payment. */
export type Refunds = Readonly<{
  /** Minor units gone back so far, or on their way. */
  amount: number
  /** The buyer must do something before it goes back, such as name an account: Stripe asks them. */
  awaitsBuyer: boolean
  /** Refunds whose money did not go back, by id. */
  failed: readonly FailedRefund[]
}>

export type FailedRefund = Readonly<{ refund: string; amount: number }>

type Told = FactValues['refund']

/** A refund that succeeded may fail yet, when the bank sends it back; one that failed never succeeds. */
const CAME_TO_NOTHING = ['failed', 'canceled']
const OVER = [...CAME_TO_NOTHING, 'succeeded']

const says = (told: readonly Told[], wanted: string) => told.some(({ status }) => status === wanted)

/**
 * Stripe tells of refunds twice: how much of the charge went back so far (`refunded`, which counts a refund until it
 * fails), and what became of each (`refund`). A shop may have enabled either.
 */
export function mergeRefunds(soFar: readonly FactValues['refunded'][], refunds: readonly Told[]): Refunds {
  const byId = [...groupBy(refunds, ({ refund }) => refund)].sort(([a], [b]) => (a < b ? -1 : 1))
  const ended = byId.map(([refund, told]) => ({
    refund,
    amount: Math.max(...told.map(({ amount }) => amount)),
    hasFailed: says(told, 'failed'),
    awaitsBuyer: says(told, 'requires_action') && !OVER.some(status => says(told, status)),
    isBack: !CAME_TO_NOTHING.some(status => says(told, status))
  }))
  const sumOf = (those: readonly Readonly<{ amount: number }>[]) =>
    those.reduce((sum, { amount }) => sum + amount, 0)
  const highest = Math.max(0, ...soFar.map(({ amount }) => amount))
  const cameToNothing = sumOf(ended.filter(({ isBack }) => !isBack))

  return {
    amount: Math.max(sumOf(ended.filter(({ isBack }) => isBack)), highest - cameToNothing),
    awaitsBuyer: ended.some(({ awaitsBuyer }) => awaitsBuyer),
    failed: ended.filter(({ hasFailed }) => hasFailed).map(({ refund, amount }) => ({ refund, amount }))
  }
}
