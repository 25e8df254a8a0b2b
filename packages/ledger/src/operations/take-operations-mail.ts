import type { Alerts } from '@paidonce/core/operations/gather-alerts'
import type { Statement } from '../statement.ts'

/** `attempts` counts this one. `isGathered`: its alerts are complete. */
export type TakenMail = Readonly<{ id: string; attempts: number; alerts: Alerts; isGathered: boolean }>

/** Takes the mail whose time has come. Nobody else gets it for so long, which is how one comes back whose worker died. */
export const takeOperationsMail = (leaseMs: number): Statement<TakenMail> => ({
  name: 'take-operations-mail',
  text: `
    update operations_mails set
      next_try = now() + $1 * interval '1 ms', attempts = attempts + 1, until = coalesce(until, now())
    where id = (select id from operations_mails where sent is null and next_try <= now() for update skip locked)
    returning id, attempts, alerts, gathered is not null as "isGathered"`,
  values: [leaseMs]
})
