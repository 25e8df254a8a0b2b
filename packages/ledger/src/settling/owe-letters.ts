import type { Statement } from '../statement.ts'
import type { SettlingRules } from './settle-batch.ts'
import type { SettledOrder } from './write-orders.ts'

type LetterRules = Pick<SettlingRules, 'letterWaitMs' | 'withholdsLetters'>

/**
 * Owed once for each payment and kind, however often it is settled. One that waits does so from the first time. A letter that
 * is withheld stands there all the same, so that nobody sends it later.
 */
export function oweLetters(
  orders: readonly SettledOrder[],
  { letterWaitMs, withholdsLetters }: LetterRules
): Statement {
  const rows = orders.flatMap(({ key, settled }) => settled.owed.letters.map(letter => ({ key, letter })))
  return {
    name: 'owe-letters',
    text: `
      insert into letters (account, order_id, payment_id, kind, not_before, status, done, reason)
      select account, order_id, payment_id, kind, case when waits then now() + $6 * interval '1 ms' end,
             case when $7::text is null then 'owed' else 'withdrawn' end, case when $7 is not null then now() end, $7
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
           as owed (account, order_id, payment_id, kind, waits)
      on conflict (account, payment_id, kind) do nothing`,
    values: [
      rows.map(({ key }) => key.account),
      rows.map(({ key }) => key.id),
      rows.map(({ letter }) => letter.payment),
      rows.map(({ letter }) => letter.kind),
      rows.map(({ letter }) => letter.waits),
      letterWaitMs,
      withholdsLetters ?? null
    ]
  }
}
