import { duration } from '@paidonce/shared/read-environment'

export const TIME_RULE = 'a time such as 2h, 3d, 2026-05-01 or 2026-05-01T12:00Z'

const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?$/

/** `2h`: so long before now. Else a date, or a date and time, in UTC unless it says otherwise. Undefined if it is neither. */
export function readTime(text: string, now: number): Date | undefined {
  const ago = duration.safeParse(text)
  if (ago.success) return new Date(now - ago.data)
  if (!DATE.test(text)) return undefined
  const at = new Date(/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
