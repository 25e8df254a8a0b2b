import { EVENT_STATES } from '@paidonce/ledger/finding/find-events'
import { z } from 'zod'
import { discardEvents } from '../../../operations/discard-events.ts'
import { findEvents } from '../../../operations/finding/find-events.ts'
import { lookAtEvent } from '../../../operations/finding/look-at-event.ts'
import { moneyOf } from '../../../operations/finding/money-of.ts'
import { DiscardWish } from '../../events/discard-wish.ts'
import { refuseTooMany } from '../../replays/refuse-too-many.ts'
import { wanted } from '../../replays/which-query.ts'
import { Refusal } from '../../who/refusal.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Event, WholeEvent } from '../shapes/event.ts'
import { listOf, pageOf } from '../shapes/shared.ts'
import { filterAndPage, idsWish, listWish } from '../shapes/wishes.ts'

const { id, word, ...list } = listWish
const Wish = z.strictObject({
  ...idsWish,
  ...list,
  type: word,
  state: z.enum(EVENT_STATES).optional(),
  error: word,
  codeVersion: word
})

export function eventRoutes(api: Api, { ledger }: ApiPorts): void {
  api.post(
    '/events/discard',
    {
      config: { allow: 'operator' },
      schema: {
        tags: ['Events'],
        summary: 'Have failed events stand among the failures no more',
        body: DiscardWish.strict(),
        response: { 200: z.object({ discarded: listOf(z.string()) }) }
      }
    },
    async ({ body: { why, ...query }, who }) => {
      const asking = { by: who?.name ?? '', why, cap: query.cap }
      return { discarded: await discardEvents(ledger, wanted(query), asking).catch(refuseTooMany) }
    }
  )

  api.get(
    '/events',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Events'],
        summary: 'Find events, the newest first',
        querystring: Wish,
        response: { 200: pageOf(Event) }
      }
    },
    async ({ query }) => {
      const { filter, page } = filterAndPage(query)
      return await findEvents(ledger, filter, page)
    }
  )

  api.get(
    '/events/:id',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Events'],
        summary: 'One event: its attempts, facts and payload',
        params: z.object({ id: z.string().min(1).max(500) }),
        response: { 200: WholeEvent }
      }
    },
    async ({ params }) => {
      const known = await lookAtEvent(ledger, params.id)
      if (known === undefined)
        throw new Refusal(404, 'NO_EVENT', 'The ledger does not know an event with this id.')
      return { ...known, facts: known.facts.map(fact => ({ ...fact, money: moneyOf(fact.value) })) }
    }
  )
}
