import { z } from 'zod'
import { namesNobody } from '../operations/reason.ts'

/** Why somebody does something. */
export const reason = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'say why')
    .max(longest)
    .refine(namesNobody, 'name nobody by an e-mail address: it is kept, and viewers read it')
