import type { OpenMark } from '@paidonce/ledger/finding/order-marks'
import type { OpenMarks } from '@paidonce/ledger/overview/count-open-marks'
import type { Completeness } from '@paidonce/ledger/people/read-gaps'
import { pausedQueues } from '../queues/paused.ts'
import type { Report } from './report.ts'

/** Something that a person should look at. `wait`: it may come right by itself. */
export type Finding = Readonly<{ tone: 'bad' | 'wait'; sentence: string; url: string | null }>

const MINUTE_MS = 60_000

/** What is wrong, the worst first; nothing if all is well. Pure. */
export function judge({ atMs, ledger, jobs, pauses }: Report): Finding[] {
  const findings: (Finding | false)[] = [
    ledger === null &&
      bad('PostgreSQL does not answer. Events are still taken, and settled when it is back.', null),
    jobs === null && bad('Redis does not answer. Stripe keeps events for us meanwhile.', null)
  ]
  if (jobs !== null)
    findings.push(
      ...pausedQueues(jobs, pauses).map(says => bad(`${says}: resume it on the page Queues.`, '/queues')),
      jobs.events.paused.length === 0 && waiting(jobs.events.oldestMs, atMs)
    )
  if (ledger !== null)
    findings.push(
      ledger.failed > 0 &&
        bad(`${many(ledger.failed, 'event')} failed and will not be tried again by themselves.`, '/failures'),
      ...openIn(ledger.open),
      ledger.review > 0 && bad(`${many(ledger.review, 'order')} to be reviewed.`, '/orders?status=review'),
      ledger.lettersGivenUp > 0 &&
        bad(`${many(ledger.lettersGivenUp, 'letter')} given up within a day.`, '/letters?status=given_up'),
      ...ledger.gaps.flatMap(gapIn),
      ledger.failing > 0 && wait(`${many(ledger.failing, 'event')} failing, and tried again.`, '/failures'),
      ledger.lettersFailing > 0 &&
        wait(`${many(ledger.lettersFailing, 'letter')} failing, and tried again.`, '/letters?failing=yes'),
      ledger.announcementsLeft > 0 &&
        wait(
          `${many(ledger.announcementsLeft, 'announcement')} not taken by the shop’s own code for over ten minutes.`,
          null
        )
    )
  const found = findings.filter(finding => finding !== false)
  return [...found.filter(({ tone }) => tone === 'bad'), ...found.filter(({ tone }) => tone === 'wait')]
}

/** What has a deadline, or costs more with each day. */
function openIn(open: OpenMarks): (Finding | false)[] {
  const sentences: readonly (readonly [OpenMark, string])[] = [
    ['dispute_open', 'with a dispute that needs a response at Stripe.'],
    ['fraud_open', 'under suspicion of fraud, to be looked at: a parcel may still be stopped.'],
    ['paid_twice_open', 'paid twice: refund all but one payment of each.'],
    ['refund_failed_open', 'with a refund that failed this week: the buyer is to be paid another way.']
  ]
  return sentences.map(
    ([mark, rest]) => open[mark] > 0 && bad(`${many(open[mark], 'order')} ${rest}`, `/orders?mark=${mark}`)
  )
}

function waiting(oldestMs: number | null, nowMs: number): Finding | false {
  const minutes = oldestMs === null ? 0 : Math.floor((nowMs - oldestMs) / MINUTE_MS)
  return minutes >= 2 && bad(`An event has waited for ${minutes} minutes. Does a worker run?`, null)
}

function gapIn({ account, gap, failing }: Completeness): (Finding | false)[] {
  const whose = account === '' ? '' : ` of ${account}`
  return [
    gap > 0 && bad(`${many(gap, 'event')}${whose} missing and not finished yet.`, '/gaps'),
    failing !== null && wait(`The last sweep${whose} could not read Stripe’s list.`, '/gaps')
  ]
}

const bad = (sentence: string, url: string | null): Finding => ({ tone: 'bad', sentence, url })
const wait = (sentence: string, url: string | null): Finding => ({ tone: 'wait', sentence, url })

const many = (count: number, what: string) =>
  count === 1 ? `1 ${what}` : `${count >= 10_000 ? '10,000 or more' : count} ${what}s`
