import { readGaps } from '@paidonce/ledger/people/read-gaps'
import { z } from 'zod'
import { listFailures } from '../../../operations/finding/list-failures.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Failures } from '../shapes/failures.ts'
import { Gaps } from '../shapes/gaps.ts'

const MONTH_MS = 30 * 86_400_000

export function healthRoutes(api: Api, { ledger }: ApiPorts): void {
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
      const gaps = await readGaps(ledger, query.account ?? null, query.limit)
      // Times are still what the database's client makes of them; as JSON they are text.
      return JSON.parse(JSON.stringify(gaps)) as typeof gaps
    }
  )
}
