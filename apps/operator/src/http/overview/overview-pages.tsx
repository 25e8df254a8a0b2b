import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { keptFor } from '../../operations/kept-for.ts'
import { DAY, eventsIn, HOUR } from '../../operations/overview/courses.ts'
import { judge } from '../../operations/overview/judge.ts'
import type { Report } from '../../operations/overview/report.ts'
import { sendPage } from '../html.ts'
import { OverviewPage } from './overview-page.tsx'

export type OverviewPorts = Readonly<{
  ledger: Ledger
  /** How everything stands, or stood a moment ago. */
  look: () => Promise<Report>
}>

/** Many screens show it, and each asks every few seconds: the database is asked once. */
const HOUR_KEPT_MS = 5_000
const DAY_KEPT_MS = 20_000

export function overviewPages(app: FastifyInstance, { ledger, look }: OverviewPorts): void {
  const hour = keptFor(HOUR_KEPT_MS, () => eventsIn(ledger, HOUR, Date.now()))
  const day = keptFor(DAY_KEPT_MS, () => eventsIn(ledger, DAY, Date.now()))

  app.get('/', { config: { allow: 'viewer' } }, async (request, reply) => {
    const [report, ofHour, ofDay] = await Promise.all([look(), hour().catch(noCourse), day().catch(noCourse)])
    const page = { report, findings: judge(report), hour: ofHour, day: ofDay, who: request.who }
    return await sendPage(reply, <OverviewPage {...page} />)
  })
}

const noCourse = () => null
