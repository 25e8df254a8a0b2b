import { MOST_ROWS } from '@paidonce/ledger/finding/page'
import { z } from 'zod'
import { abortReplay } from '../../../operations/replay/abort-replay.ts'
import { listReplays, lookAtReplay } from '../../../operations/replay/look-at-replays.ts'
import { MOST_PREVIEWED, previewReplay } from '../../../operations/replay/preview.ts'
import { startReplay } from '../../../operations/replay/start-replay.ts'
import { chooseEvents } from '../../../operations/replay/which-events.ts'
import { reason } from '../../reason.ts'
import { refuseTooMany } from '../../replays/refuse-too-many.ts'
import { WhichQuery, wanted } from '../../replays/which-query.ts'
import { Refusal } from '../../who/refusal.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Preview, Replay, WholeReplay } from '../shapes/replay.ts'
import { pageOf } from '../shapes/shared.ts'

const Named = z.object({ id: z.string().regex(/^\d{1,15}$/, 'is no number') })
const Wish = WhichQuery.extend({
  why: reason(500),
  skipLetters: z.boolean().default(false),
  pace: z.number().int().min(1).max(1_000).optional()
}).strict()
const ListWish = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'is no number')
    .optional()
    .meta({ description: 'The `next` of the page before' })
})
const tags = ['Replays']

export function replayRoutes(api: Api, { ledger, workerRules, eventsInRedis, nudge }: ApiPorts): void {
  api.get(
    '/replays',
    {
      config: { allow: 'viewer' },
      schema: {
        tags,
        summary: 'Replays, the newest first',
        querystring: ListWish,
        response: { 200: pageOf(Replay) }
      }
    },
    async ({ query }) => await listReplays(ledger, query)
  )

  api.get(
    '/replays/:id',
    {
      config: { allow: 'viewer' },
      schema: { tags, summary: 'How far one has come', params: Named, response: { 200: WholeReplay } }
    },
    async ({ params }) => await known(params.id)
  )

  api.post(
    '/replays/preview',
    {
      config: { allow: 'operator' },
      schema: {
        tags,
        summary: `What a replay would come to, of its first ${MOST_PREVIEWED} events at most; changes nothing`,
        body: WhichQuery.strict(),
        response: { 200: Preview }
      }
    },
    async ({ body }) => {
      const ids = await chooseEvents(ledger, wanted(body), body.cap).catch(refuseTooMany)
      const { changes, ...preview } = await previewReplay({ ledger, eventsInRedis, ...workerRules }, ids)
      return { ...preview, changes: changes.map(change => ({ ...change, before: change.before ?? null })) }
    }
  )

  api.post(
    '/replays',
    {
      config: { allow: 'operator' },
      schema: { tags, summary: 'Read events again', body: Wish, response: { 202: WholeReplay } }
    },
    async ({ body, who }, reply) => {
      const { why, skipLetters, pace, ...query } = body
      const wish = { which: wanted(query), who: who?.name ?? '', why, skipsLetters: skipLetters, pace }
      const id = await startReplay(ledger, { ...wish, cap: query.cap }).catch(refuseTooMany)
      if (id === undefined) throw new Refusal(409, 'NOTHING_THERE', 'There are no such events.')
      nudge()
      return reply.code(202).send(await known(id))
    }
  )

  api.post(
    '/replays/:id/abort',
    {
      config: { allow: 'operator' },
      schema: { tags, summary: 'Queue no more of its events', params: Named, response: { 200: WholeReplay } }
    },
    async ({ params, who }) => {
      await known(params.id)
      await abortReplay(ledger, { id: params.id, who: who?.name ?? '' })
      return await known(params.id)
    }
  )

  async function known(id: string) {
    const replay = await lookAtReplay(ledger, id)
    if (replay === undefined) throw new Refusal(404, 'NO_REPLAY', 'There is no replay of this number.')
    return replay
  }
}
