import assert from 'node:assert/strict'
import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import type { Ledger } from '@paidonce/ledger/pool'
import { eventually } from '../support/eventually.ts'

/**
 * Orders that an older release leaves to a newer one: this release's rules settled them, and more was told since. Whatever else
 * was told of must have been settled by then. Empty where both releases have the same rules.
 */
export const waitingForNewer = (ledger: Ledger): Promise<ReadonlySet<string>> =>
  eventually(async () => {
    const { rows } = await ledger.pool.query<{ id: string; settled_by: number }>(
      'select id, settled_by from orders where unsettled'
    )
    for (const { id, settled_by } of rows)
      assert.equal(settled_by, SETTLE_VERSION, `order ${id} could be settled`)
    return new Set(rows.map(({ id }) => id))
  })
