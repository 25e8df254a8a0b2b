import { z } from 'zod'
import { sinceOf } from './since.ts'

/** A field of a form that may be left empty. */
export const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(value => (value === '' ? undefined : value), shape.optional())

export const text = optional(z.string().trim().max(500))

const time = optional(
  z
    .string()
    .max(40)
    .refine(value => sinceOf(value, Date.now()) !== undefined, 'is no time: 2h, 3d or 2026-11-01T08:00Z')
)

/** What every list can be asked by. */
export const ANY_LIST = {
  text,
  account: optional(z.string().max(200)),
  since: time,
  until: time,
  after: text
}

type Times = Readonly<{ since?: string | undefined; until?: string | undefined }>

export function timesOf({ since, until }: Times): Readonly<{ since?: Date; until?: Date }> {
  const now = Date.now()
  const [from, to] = [since, until].map(value => (value === undefined ? undefined : sinceOf(value, now)))
  return { ...(from && { since: from }), ...(to && { until: to }) }
}
