import { EVENT_STATES, type EventFilter } from '@paidonce/ledger/finding/find-events'
import { choice } from './choice.ts'
import type { Given } from './list-command.ts'
import { onlyGiven } from './only-given.ts'

const text = { type: 'string' } as const

/** What events are told apart by, as options of a command. */
export const EVENT_OPTIONS = {
  failed: { type: 'boolean', default: false },
  state: text,
  type: text,
  error: text,
  'code-version': text,
  order: text,
  session: text,
  payment: text
} as const

/** The filter that these options mean, without what is not given; or a sentence about what is wrong with them. */
export function eventFilterOf(given: Given): EventFilter | string {
  const state = choice('state', given.failed ? (given.state ?? 'failed') : given.state, EVENT_STATES)
  if (typeof state === 'string') return state
  if (given.failed && state.value !== 'failed') return 'either --failed or --state'
  const { type, error, 'code-version': codeVersion, order, session, payment } = given
  return onlyGiven({ type, error, codeVersion, order, session, payment, state: state.value })
}
