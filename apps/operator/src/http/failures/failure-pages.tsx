import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { listFailures } from '../../operations/finding/list-failures.ts'
import { sendPage } from '../html.ts'
import { FailuresPage } from './failures-page.tsx'

/** Letters that were given up stay so; older ones have been seen. */
const LETTERS_OF_MS = 30 * 86_400_000

export function failurePages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  app.get('/failures', { config: { allow: 'viewer' } }, async (request, reply) => {
    const failures = await listFailures(ledger, new Date(Date.now() - LETTERS_OF_MS))
    return await sendPage(reply, <FailuresPage failures={failures} who={request.who} />)
  })
}
