import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { discardEvents } from '../../operations/discard-events.ts'
import { lookAtEvent } from '../../operations/finding/look-at-event.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { refuseTooMany } from '../replays/refuse-too-many.ts'
import { WhichQuery, whichOf } from '../replays/which-query.ts'
import { Refusal } from '../who/refusal.ts'
import { EventPage } from './event-page.tsx'
import { eventUrl } from './event-url.ts'
import { findEventPages } from './find-events.tsx'

const Discard = WhichQuery.extend({ why: z.string().trim().min(1, 'say why').max(300) })
const Which = z.object({ id: z.string().min(1).max(300) })

export function eventPages(app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void {
  findEventPages(app, { ledger })

  app.post('/events/discard', { config: { allow: 'operator' } }, async (request, reply) => {
    const { why, ...query } = readInput(Discard, request.body)
    const which = whichOf(query)
    if (which === undefined)
      throw new Refusal(400, 'WHICH', 'Say which events: by an id, a type or an error.')
    await discardEvents(ledger, which, { by: request.who?.name ?? '', why, cap: query.cap }).catch(
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
