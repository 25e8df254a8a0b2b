import type { Statement } from '../statement.ts'

export type Outbox = 'letters' | 'announcements'

const TEXT = {
  letters: `update letters set handed_over = null where id = any($1::bigint[]) and status = 'owed'`,
  announcements: `update announcements set handed_over = null where id = any($1::bigint[]) and done is null`
} as const satisfies Record<Outbox, string>

/** Not in Redis after all: to be handed over again. */
export const handBack = (outbox: Outbox, ids: readonly string[]): Statement => ({
  name: `hand-back-${outbox}`,
  text: TEXT[outbox],
  values: [ids]
})
