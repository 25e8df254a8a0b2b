import type { Fact } from '@paidonce/core/facts/fact'
import type { LetterKind } from '@paidonce/core/orders/letter-kinds'
import type { LetterStatus } from '../finding/find-letters.ts'
import type { Ledger } from '../pool.ts'
import { readFacts } from '../settling/read-facts.ts'
import { touchedBy } from '../settling/touched.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

export type KnownLetter = Readonly<{
  id: string
  account: string
  order: string
  payment: string
  kind: LetterKind
  status: LetterStatus
  recipient: string | null
  /** Where a person wants it to go, in place of the buyer's own address. */
  address: string | null
  reason: string | null
  attempts: number
  /** Which of its jobs; see `SeenLetter`. */
  round: number
  sending: number
  owed: Date
  notBefore: Date | null
  asked: Date | null
  done: Date | null
}>

type Read = Readonly<{ letter: KnownLetter; facts: readonly Fact[] }>

/** One letter, and the facts of its order that say what stands in it. Undefined: there is none. Throws LedgerError. */
export async function readLetter(ledger: Ledger, id: string): Promise<Read | undefined> {
  const [letter] = await run(ledger, letterOf(id))
  if (letter === undefined) return undefined
  const touched = touchedBy([], [{ account: letter.account, id: letter.order }])
  const facts = await run(ledger, readFacts(touched))
  return { letter, facts: facts.map(({ fact }) => fact) }
}

const letterOf = (id: string): Statement<KnownLetter> => ({
  name: 'read-known-letter',
  text: `
    select id, account, order_id as "order", payment_id as payment, kind, status, recipient, address, reason, attempts, round,
           sending, owed, not_before as "notBefore", asked, done
    from letters where id = $1`,
  values: [id]
})
