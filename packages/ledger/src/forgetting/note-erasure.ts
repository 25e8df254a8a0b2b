import type { Statement } from '../statement.ts'
import type { Trace } from './find-traces.ts'

type Erasure = Readonly<{ traces: readonly Trace[]; by: string; why: string }>

/** Who removed a person from which orders, and why. Never who it was. */
export const noteErasure = ({ traces, by, why }: Erasure): Statement => ({
  name: 'note-erasure',
  text: `
    insert into operator_actions (who, what, account, order_id, why)
    select distinct $1::text, 'erase person', account, order_id, $2::text
    from unnest($3::text[], $4::text[]) as concerned (account, order_id)`,
  values: [by, why, traces.map(({ account }) => account), traces.map(({ order }) => order)]
})
