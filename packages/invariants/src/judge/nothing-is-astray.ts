import type { Finding } from '../finding.ts'
import type { Stray } from '../found.ts'

/** Nothing belongs to an order that is not there. */
export const nothingIsAstray = (strays: readonly Stray[]): Finding[] =>
  strays.map(({ what, account, order, id }) => ({
    invariant: 'each fulfilment, letter and announcement belongs to an order that is there',
    is: 'wrong',
    concerns: { ...(account !== '' && { account }), order },
    says: `the ${what} ${id} has no order`
  }))
