import { createBullBoard } from '@bull-board/api'
import { FastifyAdapter } from '@bull-board/fastify'
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { keptFor } from '../operations/kept-for.ts'
import { FreshRetries } from './fresh-retries.ts'
import { type OpenQueues, usedQueues } from './open-queues.ts'

/** bull-board's pages, as a plugin for the server to let people into. */
export type QueueBoard = Readonly<{ prefix: string; plugin: ReturnType<FastifyAdapter['registerPlugin']> }>

const PREFIX = '/queues'
const USED_KEPT_MS = 10_000

const OF_EVENTS = 'Events on their way to the ledger. A retry has all its attempts again.'
const OF_LETTERS = 'What is owed stands in the ledger: send, retry and discard letters on the page Letters.'
const OF_ANNOUNCEMENTS = 'For the shop’s own code.'

/** Of the event queues those are shown that were ever used. */
export function queueBoard(redis: Redis, queues: OpenQueues): QueueBoard {
  const used = keptFor(
    USED_KEPT_MS,
    async () => new Set((await usedQueues(redis, queues)).map(({ name }) => name))
  )
  const shown = (queue: Queue, description: string) => new FreshRetries(queue, { description })
  const events = queues.events.map(queue => {
    const adapter = shown(queue, OF_EVENTS)
    adapter.setVisibilityGuard(async () => (await used()).has(queue.name))
    return adapter
  })
  const serverAdapter = new FastifyAdapter().setBasePath(PREFIX)
  createBullBoard({
    queues: [...events, shown(queues.letters, OF_LETTERS), shown(queues.announcements, OF_ANNOUNCEMENTS)],
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: 'paidonce queues',
        miscLinks: [{ text: 'Back to the console', url: '/' }]
      }
    }
  })
  return { prefix: PREFIX, plugin: serverAdapter.registerPlugin() }
}
