import type { Statement } from '../statement.ts'

/** `isOver`: finished, or failed and left to an operator. */
export type SeenEvent = Readonly<{ id: string; isOver: boolean }>

/** Which of these events the ledger knows. */
export const findSeen = (ids: readonly string[]): Statement<SeenEvent> => ({
  name: 'find-seen',
  text: `
    select id, finished is not null or failed is not null as "isOver" from events where id = any($1::text[])`,
  values: [ids]
})
