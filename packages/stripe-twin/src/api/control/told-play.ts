import type { TwinEvent } from '../../sequences/twin-event.ts'

/** What has happened to one order, in the order in which it happened. */
export type ToldPlay = Readonly<{ events: readonly TwinEvent[] }>

export function isToldPlay(value: unknown): value is ToldPlay {
  const { events } = Object(value) as Readonly<Record<string, unknown>>
  return Array.isArray(events) && events.every(isEvent)
}

/** As far as its place in a list, and what it shows, depend on it. */
function isEvent(value: unknown): boolean {
  const { id, object, type, created, data } = Object(value) as Readonly<Record<string, unknown>>
  const shown = Object(Object(data).object) as Readonly<Record<string, unknown>>
  return (
    typeof id === 'string' &&
    /^evt_\w{1,200}$/.test(id) &&
    object === 'event' &&
    typeof type === 'string' &&
    Number.isSafeInteger(created) &&
    typeof shown.object === 'string' &&
    typeof shown.id === 'string'
  )
}
