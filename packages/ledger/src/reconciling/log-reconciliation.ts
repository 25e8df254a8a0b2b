import type { Statement } from '../statement.ts'

/** What is compared: objects of these times of creation at Stripe, in seconds, both ends included. */
export type ReconciliationWindow = Readonly<{ account: string; since: number; until: number }>

export const beginReconciliation = (
  { account, since, until }: ReconciliationWindow,
  how: 'nightly' | 'asked'
): Statement<{ id: string }> => ({
  name: 'begin-reconciliation',
  text: `
    with gone as (delete from reconciliations where started < now() - interval '1 year')
    insert into reconciliations (account, how, since, until)
    values ($1, $2, to_timestamp($3::float8), to_timestamp($4::float8))
    returning id`,
  values: [account, how, since, until]
})

type End = Readonly<{
  looked: number
  /** Null: all was looked at. */
  error: string | null
}>

export const finishReconciliation = (id: string, { looked, error }: End): Statement => ({
  name: 'finish-reconciliation',
  text: 'update reconciliations set finished = clock_timestamp(), looked = $2, error = $3 where id = $1',
  values: [id, looked, error]
})
