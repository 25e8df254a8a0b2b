import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { abortReplay } from '../../operations/replay/abort-replay.ts'
import { listReplays, lookAtReplay } from '../../operations/replay/look-at-replays.ts'
import { previewReplay } from '../../operations/replay/preview.ts'
import type { RunPorts } from '../../operations/replay/queue-portion.ts'
import { startReplay, USUAL_PACE } from '../../operations/replay/start-replay.ts'
import { chooseEvents, TooMany, type Which } from '../../operations/replay/which-events.ts'
import type { WorkerRules } from '../../operations/worker-rules.ts'
import { optional } from '../finding/fields.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { reason } from '../reason.ts'
import { Refusal } from '../who/refusal.ts'
import { PreviewPage } from './preview-page.tsx'
import { refuseTooMany } from './refuse-too-many.ts'
import { ReplayPage } from './replay-page.tsx'
import { replayUrl } from './replay-url.ts'
import { ReplaysPage } from './replays-page.tsx'
import { TooManyPage } from './too-many-page.tsx'
import { WhichQuery, wanted } from './which-query.ts'

export type ReplayPorts = Readonly<{
  ledger: Ledger
  /** As the workers read and settle. */
  workerRules: Pick<WorkerRules, 'reader' | 'rules'>
  /** There is something to replay. */
  nudge: () => void
}> &
  Pick<RunPorts, 'eventsInRedis'>

const SHOWN = 50

const number = z.string().regex(/^\d{1,15}$/, 'is no number')
const Named = z.object({ id: number })
const ListQuery = z.object({ after: optional(number) })
const Wish = z.object({
  why: reason(500),
  skipLetters: optional(z.literal('yes')),
  pace: optional(z.coerce.number().int().min(1).max(1_000)).transform(pace => pace ?? USUAL_PACE)
})

export function replayPages(app: FastifyInstance, ports: ReplayPorts): void {
  const { ledger, workerRules, nudge, eventsInRedis } = ports
  app.get('/replays', { config: { allow: 'viewer' } }, async (request, reply) => {
    const query = readInput(ListQuery, request.query)
    const page = await listReplays(ledger, { limit: SHOWN, ...query })
    return await sendPage(reply, <ReplaysPage {...page} query={query} who={request.who} />)
  })

  app.get('/replays/new', { config: { allow: 'operator' } }, async (request, reply) => {
    const { who } = request
    // What comes in while somebody reads the preview stays out of the replay.
    const query = { until: new Date().toISOString(), ...given(readInput(WhichQuery, request.query)) }
    const ids = await chosen(ledger, wanted(query), query.cap)
    if (ids === undefined) return await sendPage(reply, <TooManyPage query={query} who={who} />)
    const preview = await previewReplay({ ledger, eventsInRedis, ...workerRules }, ids)
    return await sendPage(reply, <PreviewPage query={query} preview={preview} who={who} />)
  })

  app.post('/replays', { config: { allow: 'operator' } }, async (request, reply) => {
    const query = readInput(WhichQuery, request.body)
    const { why, pace, skipLetters } = readInput(Wish, request.body)
    const id = await startReplay(ledger, {
      which: wanted(query),
      who: request.who?.name ?? '',
      why,
      skipsLetters: skipLetters !== undefined,
      pace,
      cap: query.cap
    }).catch(refuseTooMany)
    if (id === undefined) throw new Refusal(409, 'NOTHING_THERE', 'There are no such events any more.')
    nudge()
    return reply.redirect(replayUrl(id), 303)
  })

  app.get('/replays/:id', { config: { allow: 'viewer' } }, async (request, reply) => {
    const replay = await lookAtReplay(ledger, readInput(Named, request.params).id)
    if (replay === undefined) throw new Refusal(404, 'NO_REPLAY', 'There is no replay of this number.')
    return await sendPage(reply, <ReplayPage replay={replay} who={request.who} />)
  })

  app.post('/replays/:id/abort', { config: { allow: 'operator' } }, async (request, reply) => {
    const { id } = readInput(Named, request.params)
    await abortReplay(ledger, { id, who: request.who?.name ?? '' })
    return reply.redirect(replayUrl(id), 303)
  })
}

const given = (query: WhichQuery) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as WhichQuery

/** Undefined where they are too many. */
const chosen = (ledger: Ledger, which: Which, cap: number): Promise<string[] | undefined> =>
  chooseEvents(ledger, which, cap).catch(error =>
    error instanceof TooMany ? undefined : Promise.reject(error)
  )
