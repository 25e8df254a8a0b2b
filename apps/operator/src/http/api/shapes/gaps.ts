import { z } from 'zod'
import { listOf } from './shared.ts'

/** How complete the events of each account are, and what was missing. */
export const Gaps = z.object({
  accounts: listOf(
    z.object({
      account: z.string(),
      asOf: z.string().nullable(),
      age: z.number().nullable(),
      gap: z.number(),
      windows: z.number(),
      listed: z.number(),
      missed: z.number(),
      failing: z.object({ at: z.string(), error: z.string() }).nullable(),
      outOfReach: listOf(z.object({ since: z.string(), until: z.string() }))
    })
  ),
  missed: listOf(
    z.object({
      id: z.string(),
      account: z.string(),
      type: z.string(),
      created: z.string(),
      found: z.string(),
      cause: z.string(),
      order: z.string().nullable(),
      how: z.string().nullable(),
      state: z.enum(['finished', 'failed', 'discarded', 'waiting', 'out_of_reach'])
    })
  )
})
