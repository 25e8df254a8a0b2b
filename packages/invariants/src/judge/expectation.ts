import type { Concerned, Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'

/** Findings of one invariant about one order. */
export const about =
  (invariant: string, order: FoundOrder) =>
  (
    says: string,
    { is = 'wrong', at = order.changed, ...concerns }: Concerned & Partial<Pick<Finding, 'is' | 'at'>> = {}
  ): Finding => ({
    invariant,
    is,
    at,
    says,
    concerns: { ...(order.account !== '' && { account: order.account }), order: order.id, ...concerns }
  })

/** Whether two lists hold the same, in whatever order. */
export const holdSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join('\0') === [...b].sort().join('\0')

export const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))
