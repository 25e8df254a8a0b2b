import type { Statement } from '../statement.ts'

/** An event that was never finished, with all that it holds: nobody read it to its end, so its columns may say nothing of it. */
export type UnfinishedEvent = Readonly<{
  account: string
  id: string
  order: string | null
  /** As PostgreSQL writes it. */
  received: string
  payload: string
}>

/** Where a page ends, and the next begins. */
export type Place = Pick<UnfinishedEvent, 'received' | 'id'>

export const FROM_THE_FIRST: Place = { received: '-infinity', id: '' }

/** The next so many of them behind a place; discarded ones too, so long as they hold something. Of `order` alone, if one is named. */
export const unfinishedEvents = (
  after: Place,
  limit: number,
  order: string | undefined
): Statement<UnfinishedEvent> => ({
  name: 'unfinished-events',
  text: `
    select account, id, order_id as "order", received::text as received, payload::text as payload
    from events
    where finished is null and payload is not null and (received, id) > ($1::timestamptz, $2::text)
      and ($4::text is null or order_id = $4)
    order by events.received, id limit $3`,
  values: [after.received, after.id, limit, order ?? null]
})
