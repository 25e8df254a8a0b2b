import type { Statement } from '../statement.ts'

/** Events that one cause may explain: the same type, the same error, by the same release. */
export type EventFailures = Readonly<{
  type: string
  errorCode: string
  /** Of the newest. */
  errorText: string | null
  codeVersion: string
  count: number
  /** Given up; the rest will be tried again. */
  failed: number
  first: Date
  last: Date
  /** Up to three of the newest. */
  examples: readonly string[]
}>

const MOST_GROUPS = 200

/** The largest groups of events whose last try came to nothing. */
export const groupEventFailures = (): Statement<EventFailures> => ({
  name: 'group-event-failures',
  text: `
    select type, error_code as "errorCode", (array_agg(error_text order by received desc))[1] as "errorText",
           code_version as "codeVersion", count(*)::int as count, count(failed)::int as failed,
           min(received) as first, max(received) as last, (array_agg(id order by received desc, id))[1:3] as examples
    from events where error_code is not null and discarded is null
    group by type, error_code, code_version
    order by count(*) desc, max(received) desc, type, error_code, code_version limit ${MOST_GROUPS}`,
  values: []
})

export type LetterFailures = Readonly<{
  kind: string
  /** `owed`: it will be tried again. */
  status: 'owed' | 'given_up'
  reason: string | null
  count: number
  first: Date
  last: Date
  /** Up to three of the newest. */
  examples: readonly string[]
}>

/** The largest groups of letters that could not be sent; given up ones since then alone, for they stay so for ever. */
export const groupLetterFailures = (since: Date): Statement<LetterFailures> => ({
  name: 'group-letter-failures',
  text: `
    select kind, status, reason, count(*)::int as count, min(owed) as first, max(owed) as last,
           (array_agg(id::text order by owed desc, id desc))[1:3] as examples
    from (
      select kind, status, reason, owed, id from letters where status = 'owed' and reason is not null
      union all
      select kind, status, reason, owed, id from letters where status = 'given_up' and owed >= $1
    ) as failures
    group by kind, status, reason
    order by count(*) desc, max(owed) desc, kind, status, reason limit ${MOST_GROUPS}`,
  values: [since]
})
