import type { FastifyInstance } from 'fastify'
import type { Report } from '../../operations/doctor/finding.ts'
import { sendPage } from '../html.ts'
import { DoctorPage } from './doctor-page.tsx'

export type DoctorPorts = Readonly<{
  /** Looks at Stripe, Redis and PostgreSQL, or tells what it saw a few seconds ago. */
  examine: () => Promise<Report>
}>

export function doctorPages(app: FastifyInstance, { examine }: DoctorPorts): void {
  app.get('/doctor', { config: { allow: 'operator' } }, async ({ who }, reply) => {
    return await sendPage(reply, <DoctorPage report={await examine()} who={who} />)
  })
}
