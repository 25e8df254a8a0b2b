import { readGaps } from '@paidonce/ledger/people/read-gaps'
import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { sendPage } from '../html.ts'
import { GapsPage } from './gaps-page.tsx'

const SHOWN = 200

export function gapsPages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  app.get('/gaps', { config: { allow: 'viewer' } }, async ({ who }, reply) => {
    return await sendPage(reply, <GapsPage gaps={await readGaps(ledger, null, SHOWN)} who={who} />)
  })
}
