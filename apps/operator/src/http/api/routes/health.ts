import { readGaps } from '@paidonce/ledger/people/read-gaps'
import { z } from 'zod'
import { listFailures } from '../../../operations/finding/list-failures.ts'
import { judge } from '../../../operations/overview/judge.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Examined } from '../shapes/examined.ts'
import { Failures } from '../shapes/failures.ts'
import { Gaps } from '../shapes/gaps.ts'
import { Overview } from '../shapes/overview.ts'

const MONTH_MS = 30 * 86_400_000

export function healthRoutes(api: Api, { ledger, look, examine }: ApiPorts): void {
  api.get(
    '/overview',
    {
      config: { allow: 'viewer' },
      schema: { tags: ['Is all well?'], summary: 'How everything stands', response: { 200: Overview } }
    },
    async () => {
      const report = await look()
      const { ledger, jobs } = report
      const findings = judge(report)
      return asJson({ at: new Date(report.atMs), isWell: findings.length === 0, findings, ledger, jobs })
    }
  )

  api.get(
    '/failures',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Is all well?'],
        summary: 'What did not work, grouped by cause',
        querystring: z.strictObject({
          since: z.coerce
            .date()
            .optional()
            .meta({ description: 'Of letters given up: from then on, or of a month' })
        }),
        response: { 200: Failures }
      }
    },
    async ({ query }) => await listFailures(ledger, query.since ?? new Date(Date.now() - MONTH_MS))
  )

  api.get(
    '/gaps',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Is all well?'],
        summary: 'Whether events never came',
        querystring: z.strictObject({
          account: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50)
        }),
        response: { 200: Gaps }
      }
    },
    async ({ query }) => {
      return asJson(await readGaps(ledger, query.account ?? null, query.limit))
    }
  )

  api.get(
    '/doctor',
    {
      config: { allow: 'operator' },
      schema: {
        tags: ['Is all well?'],
        summary: 'Whether Stripe, Redis, PostgreSQL and paidonce fit together',
        response: { 200: Examined }
      }
    },
    async () => {
      const { findings, unseen } = await examine()
      return { unseen, findings: findings.map(({ todo = null, ...finding }) => ({ ...finding, todo })) }
    }
  )
}

/** Times are still what the database's client makes of them; as JSON they are text. */
const asJson = <T>(told: T) => JSON.parse(JSON.stringify(told))
