import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { discardEvents } from '../../operations/discard-events.ts'
import { lookAtEvent } from '../../operations/finding/look-at-event.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { refuseTooMany } from '../replays/refuse-too-many.ts'
import { wanted } from '../replays/which-query.ts'
import { Refusal } from '../who/refusal.ts'
import { DiscardWish } from './discard-wish.ts'
import { EventPage } from './event-page.tsx'
import { eventUrl } from './event-url.ts'
import { findEventPages } from './find-events.tsx'

const Which = z.object({ id: z.string().min(1).max(300) })

export function eventPages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  findEventPages(app, { ledger })

  app.post('/events/discard', { config: { allow: 'operator' } }, async (request, reply) => {
    const { why, ...query } = readInput(DiscardWish, request.body)
    await discardEvents(ledger, wanted(query), { by: request.who?.name ?? '', why, cap: query.cap }).catch(
      refuseTooMany
    )
    return reply.redirect(query.event === undefined ? '/failures' : eventUrl(query.event), 303)
  })

  app.get('/events/:id', { config: { allow: 'viewer' } }, async (request, reply) => {
    const { id } = readInput(Which, request.params)
    const event = await lookAtEvent(ledger, id)
    if (event === undefined) throw new Refusal(404, 'NO_EVENT', 'The ledger knows no event with this id.')
    return await sendPage(reply, <EventPage event={event} who={request.who} />)
  })
}
