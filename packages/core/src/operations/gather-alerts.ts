import { ALERT_KINDS, type Alert, type AlertKind } from './alert.ts'

/** Alerts of one mail: how many of each kind, and the newest of them as examples, newest first. */
export type Alerts = Readonly<Partial<Record<AlertKind, AlertsOfKind>>>

export type AlertsOfKind = Readonly<{ count: number; newest: readonly Alert[] }>

/** A mail stays short whatever happened. */
export const MOST_EXAMPLES = 20

/** What was gathered, and more of it. Whatever comes in whatever portions, the end is the same. */
export function gatherAlerts(gathered: Alerts, more: readonly Alert[]): Alerts {
  const kinds = ALERT_KINDS.flatMap(kind => {
    const { count, newest } = gathered[kind] ?? { count: 0, newest: [] }
    const added = more.filter(alert => alert.kind === kind)
    if (count + added.length === 0) return []
    const examples = [...newest, ...added].sort(newestFirst).slice(0, MOST_EXAMPLES)
    return [[kind, { count: count + added.length, newest: examples }] as const]
  })
  return Object.fromEntries(kinds)
}

export const countAlerts = (alerts: Alerts): number =>
  Object.values(alerts).reduce((sum, { count }) => sum + count, 0)

/** Of one moment by id, so that the portions they came in do not matter. */
const newestFirst = (a: Alert, b: Alert) => compare(b.at, a.at) || compare(sortKey(a), sortKey(b))

const sortKey = ({ account, order, about }: Alert) => JSON.stringify([account, order, about])
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
