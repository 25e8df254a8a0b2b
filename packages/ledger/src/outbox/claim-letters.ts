import type { LetterJob } from '@paidonce/shared/outbox-jobs'
import type { Statement } from '../statement.ts'

/** Takes letters whose time has come and that nobody handed over yet, oldest first. Two relays never take the same. */
export const claimLetters = (limit: number): Statement<LetterJob> => ({
  name: 'claim-letters',
  text: `
    update letters set handed_over = now()
    where id in (select id from letters where status = 'owed' and handed_over is null
                   and (not_before is null or not_before <= now())
                 order by id limit $1 for update skip locked)
    returning id, account, order_id as "order", payment_id as payment, kind, round, sending`,
  values: [limit]
})
