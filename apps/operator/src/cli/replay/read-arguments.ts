import { parseArgs } from 'node:util'
import { USUAL_PACE } from '../../operations/replay/start-replay.ts'
import { USUAL_CAP, type Which } from '../../operations/replay/which-events.ts'
import { EVENT_OPTIONS, eventFilterOf } from '../finding/event-filter.ts'
import { onlyGiven } from '../finding/only-given.ts'
import { readTime, TIME_RULE } from '../read-time.ts'

const text = { type: 'string' } as const
const yes = { type: 'boolean', default: false } as const

const OPTIONS = {
  ...EVENT_OPTIONS,
  account: text,
  since: text,
  until: text,
  limit: text,
  cap: { type: 'string', default: `${USUAL_CAP}` },
  pace: { type: 'string', default: `${USUAL_PACE}` },
  by: text,
  why: text,
  list: yes,
  resume: text,
  abort: text,
  'skip-letters': yes,
  'dry-run': yes,
  yes,
  'no-wait': yes,
  json: yes,
  help: yes
} as const

export type How = Readonly<{ json: boolean; waits: boolean }>

export type NewReplay = Readonly<{
  which: Which
  cap: number
  pace: number
  skipsLetters: boolean
  isDry: boolean
  isSure: boolean
  by: string
  why: string
}>

export type Asked =
  | Readonly<{ verb: 'help' }>
  | (How & Readonly<{ verb: 'replay' }> & NewReplay)
  | (How & Readonly<{ verb: 'list'; limit: number }>)
  | (How & Readonly<{ verb: 'resume'; id: string }>)
  | (How & Readonly<{ verb: 'abort'; id: string; by: string }>)

const MOST_EVENTS = 100_000
const MOST_PACE = 1_000
const USUAL_LISTED = 20
const MOST_LISTED = 1_000
const EVENT_ID = /^evt_[A-Za-z0-9_-]{1,240}$/

/** What the command was asked, or a sentence about what is wrong with it. `now` is in milliseconds. */
export function readArguments(argv: readonly string[], now: number): Asked | string {
  const parsed = parse(argv)
  if (typeof parsed === 'string') return parsed
  const { values, positionals: ids } = parsed
  if (values.help) return { verb: 'help' }

  const { by = '', why = '', resume, abort } = values
  const how = { json: values.json, waits: !values['no-wait'] }
  if (values.list) {
    const limit = numberOf(values.limit ?? `${USUAL_LISTED}`, MOST_LISTED)
    return limit === undefined
      ? `--limit needs a number from 1 to ${MOST_LISTED}`
      : { verb: 'list', limit, ...how }
  }
  const id = resume ?? abort
  if (id !== undefined) {
    if (!/^\d{1,15}$/.test(id) || (resume && abort))
      return '--resume or --abort needs the number of one replay'
    if (resume !== undefined) return { verb: 'resume', id, ...how }
    return by === '' ? '--abort needs --by' : { verb: 'abort', id, by, ...how }
  }

  const [cap, pace] = [numberOf(values.cap, MOST_EVENTS), numberOf(values.pace, MOST_PACE)]
  if (cap === undefined) return '--cap needs a number of events'
  if (pace === undefined) return `--pace needs a number from 1 to ${MOST_PACE}`
  const which = whichOf(values, ids, now)
  if (typeof which === 'string') return which
  const isDry = values['dry-run']
  if (!isDry && (by === '' || why === '')) return 'a replay needs --by and --why'
  return {
    verb: 'replay',
    which,
    cap,
    pace,
    skipsLetters: values['skip-letters'],
    isDry,
    isSure: values.yes,
    by,
    why,
    ...how
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: true })
  } catch (error) {
    return (error as Error).message.replace(/\n.*$/s, '')
  }
}

type Values = Exclude<ReturnType<typeof parse>, string>['values']

function whichOf(values: Values, ids: readonly string[], now: number): Which | string {
  const told = eventFilterOf(values)
  if (typeof told === 'string') return told
  const times = timesOf(values, now)
  if (typeof times === 'string') return times
  const limit = values.limit === undefined ? undefined : numberOf(values.limit, MOST_EVENTS)
  if (values.limit !== undefined && limit === undefined) return '--limit needs a number of events'

  const named = { ...told, ...onlyGiven({ account: values.account }) }
  const isFiltered = Object.keys(named).length > 0 || Object.values(times).some(time => time !== undefined)
  if (ids.length === 0 && !isFiltered) return 'say which events: by their ids, or by what they have in common'
  if (ids.length > 0 && (isFiltered || limit !== undefined))
    return 'either ids, or what events have in common'
  if (!ids.every(id => EVENT_ID.test(id))) return 'the id of an event begins with evt_'
  if (ids.length > 0) return { ids }
  // What comes in while somebody reads what would happen stays out of it.
  return { filter: { ...named, ...times, until: times.until ?? new Date(now) }, limit }
}

function timesOf(values: Values, now: number) {
  const [since, until] = [values.since, values.until].map(time =>
    time === undefined ? undefined : (readTime(time, now) ?? 'wrong')
  )
  return since === 'wrong' || until === 'wrong' ? `--since and --until take ${TIME_RULE}` : { since, until }
}

function numberOf(given: string, most: number): number | undefined {
  const number = Number(given)
  return /^\d{1,7}$/.test(given) && number >= 1 && number <= most ? number : undefined
}
