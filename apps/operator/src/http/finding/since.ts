import type { Option } from '../parts/choose.tsx'

/** What a list offers; in an address any number of minutes, hours or days will do, and a time as well. */
export const SINCE: readonly Option[] = [
  ['15m', 'the last 15 minutes'],
  ['1h', 'the last hour'],
  ['24h', 'the last 24 hours'],
  ['7d', 'the last 7 days'],
  ['30d', 'the last 30 days']
]

const MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }
const AGO = /^(\d{1,6})([mhd])$/

/** `2h` before now, or a time by ISO 8601. Undefined for anything else. */
export function sinceOf(text: string, nowMs: number): Date | undefined {
  const [, count, unit = ''] = AGO.exec(text) ?? []
  if (count !== undefined) return new Date(nowMs - Number(count) * (MS[unit] ?? 0))
  const at = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(text) ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}
