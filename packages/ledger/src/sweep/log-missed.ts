import { type Cause, isAlarming } from '@paidonce/core/completeness/cause'
import { column } from '../columns.ts'
import type { Statement } from '../statement.ts'

export type MissedEvent = Readonly<{
  id: string
  account: string
  type: string
  /** Seconds. */
  created: number
  cause: Cause
}>

/** Notes events that a sweep found missing. What was noted before stays as it is. */
export const logMissed = (missed: readonly MissedEvent[]): Statement => ({
  name: 'log-missed',
  text: `
    insert into missed_events (id, account, type, created, cause, told)
    select id, account, type, to_timestamp(created), cause, case when not alarms then now() end
    from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::text[], $6::boolean[])
      as missed (id, account, type, created, cause, alarms)
    on conflict (id) do nothing`,
  values: [
    column(missed, 'id'),
    column(missed, 'account'),
    column(missed, 'type'),
    column(missed, 'created'),
    column(missed, 'cause'),
    missed.map(({ cause }) => isAlarming(cause))
  ]
})
