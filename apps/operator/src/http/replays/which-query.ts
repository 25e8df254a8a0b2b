import { EVENT_STATES } from '@paidonce/ledger/finding/find-events'
import { z } from 'zod'
import { USUAL_CAP, type Which } from '../../operations/replay/which-events.ts'
import { ANY_LIST, optional, timesOf } from '../finding/fields.ts'
import { Refusal } from '../who/refusal.ts'

const name = optional(z.string().trim().max(500))
const MOST = 100_000

/** Which events to replay, as an address or a form says it. By no e-mail address: that would stand in the URL. */
export const WhichQuery = z.object({
  event: name,
  order: name,
  session: name,
  payment: name,
  about: name,
  type: name,
  state: optional(z.enum(EVENT_STATES)),
  error: name,
  codeVersion: name,
  account: ANY_LIST.account,
  since: ANY_LIST.since,
  until: ANY_LIST.until,
  limit: optional(z.coerce.number().int().min(1).max(MOST)),
  cap: optional(z.coerce.number().int().min(1).max(MOST)).transform(cap => cap ?? USUAL_CAP)
})

export type WhichQuery = z.output<typeof WhichQuery>

/** Which events are meant. Refuses where nothing says which: all events there are is not what anybody wants. */
export function wanted(query: WhichQuery): Which {
  const which = whichOf(query)
  if (which === undefined)
    throw new Refusal(400, 'WHICH', 'Say which events: by an id, a type, an error, a state or a time.')
  return which
}

function whichOf({ cap: _, limit, since, until, event, ...filter }: WhichQuery): Which | undefined {
  if (event !== undefined) return { ids: [event] }
  const times = timesOf({ since, until })
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  const isGiven = Object.keys(given).length + (since === undefined ? 0 : 1) > 0
  return isGiven ? { filter: { ...given, ...times }, limit } : undefined
}
