import type { z } from 'zod'
import { Refusal } from './who/refusal.ts'

/** Reads what a request brings by a schema. Throws a Refusal that names what is wrong, and never repeats a value. */
export function readInput<Shape extends z.ZodType>(schema: Shape, given: unknown): z.output<Shape> {
  const result = schema.safeParse(given ?? {})
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`
  )
  throw new Refusal(400, 'BAD_INPUT', `This cannot be used: ${problems.join('; ')}.`)
}
