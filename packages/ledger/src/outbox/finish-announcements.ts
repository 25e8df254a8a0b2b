import type { Statement } from '../statement.ts'

/** The shop's code has done its part. */
export const finishAnnouncements = (ids: readonly string[]): Statement => ({
  name: 'finish-announcements',
  text: 'update announcements set done = now() where id = any($1::bigint[]) and done is null',
  values: [ids]
})
