import { type Alerts, countAlerts, gatherAlerts } from '@paidonce/core/operations/gather-alerts'
import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'
import {
  alertOfAnnouncement,
  alertOfDifference,
  alertOfEvent,
  alertOfMissed,
  claimAlarming,
  claimDifferences,
  claimFailed,
  claimMissed
} from './claim-alerts.ts'

/** `nothing`: there is no such mail to be gathered, or nobody needs it any more. */
export type Gathering =
  | Readonly<{ state: 'more' | 'complete'; alerts: Alerts }>
  | Readonly<{ state: 'nothing' }>

/**
 * Takes a portion of what is to be told into the mail: told and in the mail together, or neither. The mail is locked
 * meanwhile, and complete once nothing is left; from then on it does not change. Throws LedgerError.
 */
export const gatherOperationsMail = (ledger: Ledger, mail: string, limit: number): Promise<Gathering> =>
  inTransaction<
    [
      Statement<{ alerts: Alerts }>,
      ReturnType<typeof claimAlarming>,
      ReturnType<typeof claimFailed>,
      ReturnType<typeof claimMissed>,
      ReturnType<typeof claimDifferences>
    ],
    Gathering
  >(ledger, {
    read: [
      lockMail(mail),
      claimAlarming(mail, limit),
      claimFailed(mail, limit),
      claimMissed(mail, limit),
      claimDifferences(mail, limit)
    ],
    decide: ([[row], alarming, failed, missed, differences]) => {
      if (row === undefined) return { result: { state: 'nothing' }, write: [] }

      const claimed = [
        ...alarming.map(alertOfAnnouncement),
        ...failed.map(alertOfEvent),
        ...missed.map(alertOfMissed),
        ...differences.map(alertOfDifference)
      ]
      const alerts = gatherAlerts(row.alerts, claimed)
      if (countAlerts(alerts) === 0) return { result: { state: 'nothing' }, write: [drop(mail)] }

      const isComplete = [alarming, failed, missed, differences].every(({ length }) => length < limit)
      return {
        result: { state: isComplete ? 'complete' : 'more', alerts },
        write: [keep(mail, alerts, isComplete)]
      }
    }
  })

const lockMail = (mail: string): Statement<{ alerts: Alerts }> => ({
  name: 'lock-operations-mail',
  text: 'select alerts from operations_mails where id = $1 and gathered is null and sent is null for update',
  values: [mail]
})

const keep = (mail: string, alerts: Alerts, isComplete: boolean): Statement => ({
  name: 'keep-alerts',
  text: 'update operations_mails set alerts = $2::json, gathered = case when $3 then now() end where id = $1',
  values: [mail, JSON.stringify(alerts), isComplete]
})

/** All that was to be told has been mended meanwhile. */
const drop = (mail: string): Statement => ({
  name: 'drop-operations-mail',
  text: 'delete from operations_mails where id = $1',
  values: [mail]
})
