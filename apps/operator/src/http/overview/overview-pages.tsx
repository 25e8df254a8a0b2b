import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { DAY, eventsIn, HOUR } from '../../operations/overview/courses.ts'
import { judge } from '../../operations/overview/judge.ts'
import { keptFor } from '../../operations/overview/kept-for.ts'
import { lookAtEverything } from '../../operations/overview/look.ts'
import type { JobsReport } from '../../operations/overview/report.ts'
import { sendPage } from '../html.ts'
import { OverviewPage } from './overview-page.tsx'

export type OverviewPorts = Readonly<{
  ledger: Ledger
  countJobs: () => Promise<JobsReport>
  onError: (error: unknown) => void
}>

/** Many screens show it, and each asks every few seconds: the servers are asked once. */
const KEPT_MS = 1_000
const HOUR_KEPT_MS = 5_000
const DAY_KEPT_MS = 20_000

export function overviewPages(app: FastifyInstance, ports: OverviewPorts): void {
  const look = keptFor(KEPT_MS, () => lookAtEverything(ports, Date.now()))
  const hour = keptFor(HOUR_KEPT_MS, () => eventsIn(ports.ledger, HOUR, Date.now()))
  const day = keptFor(DAY_KEPT_MS, () => eventsIn(ports.ledger, DAY, Date.now()))

  app.get('/', { config: { allow: 'viewer' } }, async (request, reply) => {
    const [report, ofHour, ofDay] = await Promise.all([look(), hour().catch(noCourse), day().catch(noCourse)])
    const page = { report, findings: judge(report), hour: ofHour, day: ofDay, who: request.who }
    return await sendPage(reply, <OverviewPage {...page} />)
  })
}

const noCourse = () => null
