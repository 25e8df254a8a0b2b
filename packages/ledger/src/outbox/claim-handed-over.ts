import type { Statement } from '../statement.ts'
import type { Outbox } from './hand-back.ts'

const TEXT = {
  letters: `
    update letters set handed_over = now()
    where id in (select id from letters where status = 'owed' and handed_over < now() - $1 * interval '1 ms'
                 order by handed_over limit $2 for update skip locked)
    returning id, round`,
  announcements: `
    update announcements set handed_over = now()
    where id in (select id from announcements where done is null and handed_over < now() - $1 * interval '1 ms'
                 order by handed_over limit $2 for update skip locked)
    returning id, 0 as round`
} as const satisfies Record<Outbox, string>

/** What was handed over so long ago that it is worth a look whether Redis still has it. Each comes round once in that time. */
export const claimHandedOver = (
  outbox: Outbox,
  olderThanMs: number,
  limit: number
): Statement<{ id: string; round: number }> => ({
  name: `claim-handed-over-${outbox}`,
  text: TEXT[outbox],
  values: [olderThanMs, limit]
})
