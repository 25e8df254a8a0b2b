import { z } from 'zod'

/** A list as the operations give it. */
export const listOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()

const ofCustomers = new WeakSet<z.ZodType>()

/** Something of a customer: viewers get null in its place. */
export function ofCustomer<Shape extends z.ZodType>(shape: Shape) {
  const marked = shape.nullable().meta({ description: 'Of a customer: null for viewers.' })
  ofCustomers.add(marked)
  return marked
}

export const isOfCustomer = (shape: z.ZodType): boolean => ofCustomers.has(shape)

export const time = z.string().meta({ description: 'ISO 8601, UTC', example: '2026-01-31T12:00:00.000Z' })

export const money = z
  .object({ amount: z.number(), currency: z.string() })
  .nullable()
  .meta({ description: 'In minor units, as Stripe counts them.' })

/** What one page of a list holds; `next` goes on behind it as `after`. */
export const pageOf = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({ rows: listOf(shape), next: z.string().nullable() })

export const Refused = z.object({
  error: z.string().meta({ example: 'NOT_ALLOWED' }),
  sentence: z.string()
})

/** Which order: the account is '' for one's own. */
export const Account = z.strictObject({ account: z.string().max(200).default('') })
