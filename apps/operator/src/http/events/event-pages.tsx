import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lookAtEvent } from '../../operations/finding/look-at-event.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { Refusal } from '../who/refusal.ts'
import { EventPage } from './event-page.tsx'
import { findEventPages } from './find-events.tsx'

const Which = z.object({ id: z.string().min(1).max(300) })

export function eventPages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  findEventPages(app, { ledger })

  app.get('/events/:id', { config: { allow: 'viewer' } }, async (request, reply) => {
    const { id } = readInput(Which, request.params)
    const event = await lookAtEvent(ledger, id)
    if (event === undefined) throw new Refusal(404, 'NO_EVENT', 'The ledger knows no event with this id.')
    return await sendPage(reply, <EventPage event={event} who={request.who} />)
  })
}
