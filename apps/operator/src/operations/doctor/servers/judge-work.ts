import type { WorkReport } from '@paidonce/ledger/doctor/look-at-work'
import { about, type Finding } from '../finding.ts'
import { counted } from '../words.ts'

const { ok, warning, problem } = about('work')

/** What lies about in the ledger. `mode` is STRIPE_MODE, where it is set. */
export function judgeWork(work: WorkReport, mode: 'test' | 'live' | undefined): Finding[] {
  const found = [
    ...(work.mode === null || mode === undefined || work.mode === mode
      ? []
      : [
          problem(
            `The database holds ${work.mode} orders, and STRIPE_MODE is ${mode}.`,
            'Give each mode a database of its own. No worker starts like this.'
          )
        ]),
    ...(work.failed === 0
      ? []
      : [
          problem(
            `${counted(work.failed, 'event')} failed for good, and nobody has acted.`,
            'docs/operations.md, "Failed events", shows them with their reasons.'
          )
        ]),
    ...(work.unfinished === 0
      ? []
      : [
          warning(
            `${counted(work.unfinished, 'event')} came more than ten minutes ago, did not work, and will be tried again.`,
            'See the worker’s log for the reason.'
          )
        ]),
    ...(work.unsettled === 0
      ? []
      : [
          problem(
            `${counted(work.unsettled, 'order')} changed more than a minute ago, and nobody has settled them.`,
            'See that a worker runs, and that its /readyz says ready.'
          )
        ]),
    ...(work.stuckMails === 0
      ? []
      : [
          problem(
            'An operations mail cannot be sent.',
            'docs/operations.md, "Operations mail", shows what the mail server said.'
          )
        ]),
    ...(work.untold === 0
      ? []
      : [
          warning(
            `${counted(work.untold, 'alert')} of this week, older than an hour, told to nobody.`,
            'Set OPERATIONS_EMAIL for the worker, and somebody is told of disputes, failed refunds and failed events.'
          )
        ])
  ]
  return found.length > 0 ? found : [ok('Nothing has failed, and nothing lies about.')]
}
