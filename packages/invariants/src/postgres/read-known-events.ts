import type { Read } from './in-snapshot.ts'

export type KnownEvent = Readonly<{ id: string; finished: boolean; failed: boolean }>

/** What the ledger says of these events. Those it has never heard of are missing. */
export const readKnownEvents = (read: Read, ids: readonly string[]) =>
  read<KnownEvent>(
    `select id, finished is not null as finished, failed is not null as failed from events where id = any($1::text[])`,
    [ids]
  )
