import type { Found } from './look-for-person.ts'

/** What still needs the person's address, a line each. While there is any, nothing is erased. */
export function inFlight({ traces, jobs }: Found): string[] {
  const open = traces.flatMap(({ order, events }) =>
    events.filter(({ ended }) => !ended).map(event => ({ ...event, order }))
  )
  const named = new Set(open.map(({ id }) => id))
  const lines = [
    ...open.map(({ id, type, order }) => `event ${id} (${type}) is not finished: ${of(order)}`),
    ...traces.flatMap(({ order, letters }) =>
      letters
        .filter(({ status }) => status === 'owed')
        .map(({ id }) => `letter ${id} is owed and not sent yet: ${of(order)}`)
    ),
    ...jobs.filter(({ isOver }) => !isOver).map(({ event }) => `event ${event} waits in Redis for a worker`),
    // Its job may be all that is left of it.
    ...jobs
      .filter(({ isOver, hasEnded, event }) => isOver && !hasEnded && !named.has(event))
      .map(({ event }) => `event ${event} is not finished: only its job in Redis holds it`)
  ]
  return [...new Set(lines)]
}

const of = (order: string | null) => (order === null ? 'of no order yet' : `order ${order}`)
