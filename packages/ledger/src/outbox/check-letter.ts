import type { Fact } from '@paidonce/core/facts/fact'
import { isStillDue } from '@paidonce/core/orders/is-still-due'
import type { LetterKind } from '@paidonce/core/orders/letter-kinds'
import { type SettleRules, settle } from '@paidonce/core/orders/settle'
import type { LetterJob } from '@paidonce/shared/outbox-jobs'
import type { Ledger } from '../pool.ts'
import { lockOrders } from '../settling/lock-orders.ts'
import { readFacts } from '../settling/read-facts.ts'
import { readFulfilments } from '../settling/read-fulfilments.ts'
import { touchedBy } from '../settling/touched.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'

/** `letters`: the kinds that the shop wants sent. */
export type CheckRules = SettleRules & Readonly<{ letters: readonly LetterKind[] }>

/**
 * `owed`: since when it is tried. `address`: where a person wants it to go, in place of the buyer's own. `checked`: when this look
 * was, as PostgreSQL writes it.
 */
export type CheckedLetter = Readonly<{
  facts: readonly Fact[]
  owed: Date
  address: string | null
  checked: string
}>

/**
 * The last look before a letter is sent: still true, or withdrawn. The order is locked meanwhile, so a check and a
 * fulfilment have an order in time. Undefined: nothing is to be sent. Throws LedgerError.
 */
export async function checkLetter(
  ledger: Ledger,
  rules: CheckRules,
  letter: LetterJob
): Promise<CheckedLetter | undefined> {
  const touched = touchedBy([], [{ account: letter.account, id: letter.order }])

  return await inTransaction(ledger, {
    read: [lockOrders(touched), readLetter(letter.id), readFacts(touched), readFulfilments(touched)],
    decide: ([, [row], facts, [fulfilment]]) => {
      if (row?.status !== 'owed' || row.round !== letter.round) return { result: undefined, write: [] }
      if (!rules.letters.includes(letter.kind))
        return { result: undefined, write: [withdraw(letter.id, 'the shop sends no such letters')] }

      const known = {
        order: letter.order,
        facts: facts.map(({ fact }) => fact),
        fulfilment: fulfilment && { payment: fulfilment.payment_id }
      }
      const due = isStillDue(settle(known, rules), letter)
      return due
        ? {
            result: { facts: known.facts, owed: row.owed, address: row.address, checked: row.now },
            write: [markChecked(letter.id, row.now)]
          }
        : { result: undefined, write: [withdraw(letter.id, 'no longer true when it was about to be sent')] }
    }
  })
}

type LetterRow = Readonly<{ status: string; round: number; owed: Date; address: string | null; now: string }>

const readLetter = (id: string): Statement<LetterRow> => ({
  name: 'read-letter',
  text: `
    select status, round, coalesce(asked, owed) as owed, address, clock_timestamp()::text as now
    from letters where id = $1 for update`,
  values: [id]
})

const markChecked = (id: string, at: string): Statement => ({
  name: 'mark-letter-checked',
  text: 'update letters set checked = $2 where id = $1',
  values: [id, at]
})

const withdraw = (id: string, reason: string): Statement => ({
  name: 'withdraw-letter',
  text: `update letters set status = 'withdrawn', checked = clock_timestamp(), done = now(),
                reason = $2 where id = $1`,
  values: [id, reason]
})
