import type { Found } from './look-for-person.ts'

/** What still needs the person's address, a line each. While there is any, nothing is erased. */
export function inFlight({ traces, jobs }: Found): string[] {
  const lines = [
    ...traces.flatMap(({ order, events, letters }) => [
      ...events
        .filter(({ ended }) => !ended)
        .map(({ id, type }) => `event ${id} (${type}) is not finished: ${of(order)}`),
      ...letters
        .filter(({ status }) => status === 'owed')
        .map(({ id }) => `letter ${id} is owed and not sent yet: ${of(order)}`)
    ]),
    ...jobs.filter(({ isOver }) => !isOver).map(({ id }) => `event ${id} waits in Redis for a worker`)
  ]
  return [...new Set(lines)]
}

const of = (order: string | null) => (order === null ? 'of no order yet' : `order ${order}`)
