import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { discardGroup, retryGroup } from '../../operations/letters/mend-letters.ts'
import { readInput } from '../read-input.ts'
import { reason } from '../reason.ts'

const Group = z.object({
  kind: z.enum(LETTER_KINDS),
  status: z.enum(['owed', 'given_up']),
  reason: z.string().max(1_000).nullable().default(null)
})
const Discard = Group.extend({ why: reason(300) })

/** What is done about all letters in the same trouble. */
export function groupForms(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  app.post('/letters/retry', { config: { allow: 'operator' } }, async (request, reply) => {
    const group = readInput(Group, request.body)
    await retryGroup(ledger, group, { by: request.who?.name ?? '', why: null })
    return reply.redirect('/letters', 303)
  })

  app.post('/letters/discard', { config: { allow: 'operator' } }, async (request, reply) => {
    const { why, ...group } = readInput(Discard, request.body)
    await discardGroup(ledger, group, { by: request.who?.name ?? '', why })
    return reply.redirect('/letters', 303)
  })
}
