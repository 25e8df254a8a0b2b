import { z } from 'zod'
import { isOfCustomer } from './shapes/shared.ts'

/**
 * The same answer with null in place of whatever its shape says is a customer's. Only what is walked here may stand in a shape
 * besides plain values: anything else is refused, so that nothing of a customer hides in it.
 */
export function hideCustomers(shape: z.ZodType, answer: unknown): unknown {
  if (answer === null || answer === undefined || isOfCustomer(shape)) return null
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodReadonly)
    return hideCustomers(shape.unwrap() as z.ZodType, answer)
  if (shape instanceof z.ZodArray)
    return (answer as readonly unknown[]).map(one => hideCustomers(shape.element as z.ZodType, one))
  if (shape instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(shape.shape as Readonly<Record<string, z.ZodType>>).map(([name, part]) => [
        name,
        hideCustomers(part, (answer as Readonly<Record<string, unknown>>)[name])
      ])
    )
  if (PLAIN.some(kind => shape instanceof kind)) return answer
  throw new Error(`an answer of the API cannot be a ${shape.def.type}`)
}

const PLAIN = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral] as const
