import type { Statement } from '../statement.ts'

/**
 * Erases payloads that are older than so many days, oldest first, at most `limit` of them. An event that is not finished, or
 * whose replay failed or fails and is tried again, keeps its own: somebody may need it, unless it was discarded. One that a
 * worker holds is left for the next time.
 */
export const erasePayloads = (days: number, limit: number): Statement<{ id: string }> => ({
  name: 'erase-payloads',
  text: `
    update events set payload = null
    where id = any(array(
      select id from events
      where received < now() - $1 * interval '1 day'
        and payload is not null and (finished is not null and failed is null and error_code is null or discarded is not null)
      order by received limit $2 for update skip locked))
    returning id`,
  values: [days, limit]
})
