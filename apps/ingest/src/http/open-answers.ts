import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Knows which answers are still to come on each connection: a sender may write its next request before them. */
export function createOpenAnswers() {
  const open = new WeakMap<Socket, Set<ServerResponse>>()

  return {
    watch: ({ socket }: IncomingMessage, answer: ServerResponse): void => {
      const answers = open.get(socket) ?? new Set()
      open.set(socket, answers.add(answer))
      answer.once('close', () => answers.delete(answer))
    },
    /** The last answer to come for a request that was read whole. */
    lastOn: (socket: Socket): ServerResponse | undefined =>
      [...(open.get(socket) ?? [])].filter(({ req }) => req.complete).at(-1)
  }
}
