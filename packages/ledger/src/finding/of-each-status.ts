import { whereAll } from './conditions.ts'

/**
 * The newest of each status, merged: an index that leads with the status serves a list of all of them, too, and there are few.
 * The statuses are those that the table has.
 */
export const ofEachStatus = (
  table: 'orders' | 'letters',
  select: string,
  conditions: readonly string[],
  sorted: string
): string => `
  select its.* from (
    with recursive known as (
      (select status from ${table} order by status limit 1)
      union all
      select (select status from ${table} where status > known.status order by status limit 1)
      from known where known.status is not null
    )
    select status from known where status is not null
  ) as known
  cross join lateral (
    ${select} from ${table} ${whereAll([`${table}.status = known.status`, ...conditions])} ${sorted}
  ) as its`
