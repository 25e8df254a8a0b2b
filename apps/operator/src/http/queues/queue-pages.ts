import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Logger } from '@paidonce/shared/logger'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { QueueBoard } from '../../redis/queue-board.ts'
import { createAnswerError } from '../errors.tsx'
import { Refusal } from '../who/refusal.ts'
import { changeOf } from './allowed-changes.ts'
import { asOurs } from './board-page.ts'

type Ports = Readonly<{ ledger: Ledger; log: Pick<Logger, 'error'>; board: QueueBoard }>

/**
 * bull-board under the console's own login, for operators. What it may change is few, and written down before it is done; the rest
 * of its buttons are refused with a sentence.
 */
export async function queuePages(app: FastifyInstance, { ledger, log, board }: Ports): Promise<void> {
  const answerError = createAnswerError(log)
  await app.register(async inside => {
    inside.decorate('allowsHere', 'operator')
    inside.addHook('onRoute', route => {
      route.config = { ...route.config, isFormless: true }
      // Its own would answer a refusal as if it were its fault.
      route.errorHandler = answerError
      if (![route.method].flat().every(method => method === 'GET' || method === 'HEAD')) guardChange(route)
    })
    inside.addHook('onSend', async (_request, reply, payload) => asOurs(reply, payload))
    await inside.register(board.plugin, { prefix: board.prefix })
  })

  function guardChange(route: RouteOptions): void {
    const change = route.handler
    route.handler = async function (request: FastifyRequest, reply: FastifyReply) {
      const allowed = changeOf(route.url, request.params as Readonly<Record<string, string>>)
      if (allowed === undefined)
        throw new Refusal(
          403,
          'NOT_BY_HAND',
          'This is not done by hand here: it could lose what is owed. Use the pages Failures and Letters.'
        )
      return await noteAction(
        ledger,
        { who: request.who?.name ?? '', why: null, ...allowed },
        async () => await change.call(this, request, reply),
        () => (reply.statusCode < 400 ? 'done' : `refused: ${reply.statusCode}`)
      )
    }
  }
}
