import { z } from 'zod'
import { listOf, time } from './shared.ts'

const group = {
  count: z.number(),
  first: time,
  last: time,
  examples: listOf(z.string())
}

/** What did not work, grouped by cause. */
export const Failures = z.object({
  events: listOf(
    z.object({
      type: z.string(),
      error: z.object({ code: z.string(), text: z.string() }),
      codeVersion: z.string(),
      failed: z.number(),
      failing: z.number(),
      ...group
    })
  ),
  letters: listOf(
    z.object({
      kind: z.string(),
      status: z.enum(['owed', 'given_up']),
      reason: z.string().nullable(),
      ...group
    })
  )
})
