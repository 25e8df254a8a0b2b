import type { Delivery } from '../deliver/deliver.ts'

/** One event, and its bytes as the file has them. */
export type EventText = Required<Pick<Delivery, 'event' | 'body'>>

/** What a file holds. `problems` name places, never contents: an event holds a customer's data. */
export type FileContent = Readonly<{ events: readonly EventText[]; problems: readonly string[] }>

/** Reads a text that is one event, or one event a line. */
export function readEvents(text: string): FileContent {
  const whole = parse(text)
  if (whole.isJson) return collect([{ body: text, value: whole.value, place: '' }])

  const lines = text
    .split('\n')
    .map((line, index) => ({ body: line.trim(), place: `line ${index + 1} ` }))
    .filter(({ body }) => body !== '')
    .map(line => ({ ...line, ...parse(line.body) }))
  if (lines.length < 2 || lines.every(({ isJson }) => !isJson))
    return { events: [], problems: ['is not JSON'] }

  const broken = lines.filter(({ isJson }) => !isJson).map(({ place }) => `${place}is not JSON`)
  const read = collect(lines.filter(({ isJson }) => isJson))
  return { events: read.events, problems: [...broken, ...read.problems] }
}

type Read = Readonly<{ body: string; value?: unknown; place: string }>

function collect(all: readonly Read[]): FileContent {
  const judged = all.map(({ body, value, place }) => ({ body, value, place, problem: problemOf(value) }))
  return {
    events: judged.flatMap(({ body, value }) => (isEvent(value) ? [{ event: value, body }] : [])),
    problems: judged.flatMap(({ place, problem }) =>
      problem === undefined ? [] : [`${place}is no event: ${problem}`]
    )
  }
}

const OBJECTS: readonly unknown[] = ['event', 'v2.core.event']

function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'it is no JSON object'
  if (Array.isArray(value)) return 'it is a list; put one event a file, or one a line'
  const { object, id, type } = value as Partial<Record<string, unknown>>
  if (!OBJECTS.includes(object)) return 'its "object" is not "event"'
  if (typeof id !== 'string' || id === '') return 'it has no "id"'
  if (typeof type !== 'string' || type === '') return 'it has no "type"'
  return undefined
}

const isEvent = (value: unknown): value is EventText['event'] => problemOf(value) === undefined

function parse(text: string): Readonly<{ isJson: true; value: unknown } | { isJson: false }> {
  try {
    return { isJson: true, value: JSON.parse(text) }
  } catch {
    return { isJson: false }
  }
}
