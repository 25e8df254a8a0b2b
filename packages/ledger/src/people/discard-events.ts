import type { Statement } from '../statement.ts'

/**
 * Has events that failed count as nobody's worry any more, and writes down who said so and why, each with its order. What they
 * told and did not tell stays as it is; one that is replayed, or sent again, is worked on like any other.
 */
export const discardEvents = (
  ids: readonly string[],
  { by, why }: Readonly<{ by: string; why: string }>
): Statement<{ id: string }> => ({
  name: 'discard-events',
  text: `
    with gone as (
      update events set discarded = clock_timestamp()
      where id in (select id from events
                   where id = any($1::text[]) and failed is not null and error_code is not null and discarded is null
                   order by id for update)
      returning account, id, order_id
    )
    insert into operator_actions (who, what, why, account, order_id, about, result, finished)
    select $2, 'discard event', $3, account, order_id, id, 'done', clock_timestamp() from gone
    returning about as id`,
  values: [ids, by, why]
})
