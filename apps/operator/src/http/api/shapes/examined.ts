import { z } from 'zod'
import { AREAS } from '../../../operations/doctor/finding.ts'
import { listOf } from './shared.ts'

/** What the doctor found. `isFault`: it should have been possible to look there. */
export const Examined = z.object({
  findings: listOf(
    z.object({
      area: z.enum(AREAS),
      status: z.enum(['ok', 'warning', 'problem']),
      says: z.string(),
      todo: z.string().nullable()
    })
  ),
  unseen: listOf(z.object({ place: z.string(), why: z.string(), isFault: z.boolean() }))
})
