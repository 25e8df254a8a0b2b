import { z } from 'zod'
import { NAMES_SOMEBODY, namesNobody } from '../operations/reason.ts'

/** Why somebody does something. */
export const reason = (longest: number) =>
  z.string().trim().min(1, 'say why').max(longest).refine(namesNobody, NAMES_SOMEBODY)
