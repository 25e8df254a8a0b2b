import type { WorkReport } from '@paidonce/ledger/doctor/look-at-work'
import type { Pause } from '@paidonce/ledger/people/last-pauses'
import type { JobsReport } from '../../overview/report.ts'
import { about, type Finding } from '../finding.ts'
import { counted } from '../words.ts'
import { judgeQueues } from './judge-queues.ts'

const { ok, warning, problem } = about('work')

type Seen = Readonly<{
  work: WorkReport
  pauses: readonly Pause[]
  /** Undefined where Redis was not seen: then nothing is said of it. */
  jobs: JobsReport | undefined
  /** STRIPE_MODE, where it is set. */
  mode: 'test' | 'live' | undefined
  nowMs: number
}>

/** What lies about in the ledger and in the queues. */
export function judgeWork({ work, pauses, jobs, mode, nowMs }: Seen): Finding[] {
  const found = [
    ...modeOf(work, mode),
    ...(jobs === undefined ? [] : judgeQueues(jobs, pauses, nowMs)),
    ...events(work),
    ...letters(work),
    ...told(work)
  ]
  if (found.length > 0) return found
  return [ok(`Nothing has failed, and nothing lies about${jobs === undefined ? ' in PostgreSQL' : ''}.`)]
}

const modeOf = ({ mode: held }: WorkReport, mode: Seen['mode']): Finding[] =>
  held === null || mode === undefined || held === mode
    ? []
    : [
        problem(
          `The database holds ${held} orders, and STRIPE_MODE is ${mode}.`,
          'Give each mode a database of its own. No worker starts like this.'
        )
      ]

const IN_DOCS = 'docs/operations.md, "Failed events", shows them with their reasons.'

const events = ({ failed, failing, unsettled }: WorkReport): Finding[] => [
  ...(failed === 0
    ? []
    : [problem(`${counted(failed, 'event')} failed for good, and nobody has acted.`, IN_DOCS)]),
  ...(failing === 0
    ? []
    : [warning(`${counted(failing, 'event')} did not work, and will be tried again.`, IN_DOCS)]),
  ...(unsettled === 0
    ? []
    : [
        problem(
          `${counted(unsettled, 'order')} changed more than a minute ago, and nobody has settled them.`,
          'See that a worker runs, and that its /readyz says ready.'
        )
      ])
]

const LETTERS_IN_DOCS = 'docs/operations.md, "Letters", shows what the mail server said.'

const letters = ({ lettersGivenUp, lettersFailing, stuckMails }: WorkReport): Finding[] => [
  ...(lettersGivenUp === 0
    ? []
    : [
        problem(
          `${counted(lettersGivenUp, 'letter')} given up within 30 days, and nobody has acted.`,
          LETTERS_IN_DOCS
        )
      ]),
  ...(lettersFailing === 0
    ? []
    : [
        warning(
          `${counted(lettersFailing, 'letter')} could not be sent, and will be tried again.`,
          LETTERS_IN_DOCS
        )
      ]),
  ...(stuckMails === 0
    ? []
    : [
        problem(
          'An operations mail cannot be sent.',
          'docs/operations.md, "Operations mail", shows what the mail server said.'
        )
      ])
]

const told = ({ announcementsLeft, untold }: WorkReport): Finding[] => [
  ...(announcementsLeft === 0
    ? []
    : [
        warning(
          `${counted(announcementsLeft, 'announcement')} not taken by the shop’s own code for over ten minutes.`,
          'See that the shop’s worker of the queue {announcements} runs. docs/operations.md, "Announcements that are not done".'
        )
      ]),
  ...(untold === 0
    ? []
    : [
        warning(
          `${counted(untold, 'alert')} of this week, older than an hour, told to nobody.`,
          'Set OPERATIONS_EMAIL for the worker, and somebody is told of disputes, failed refunds and failed events.'
        )
      ])
]
