import { LETTER_STATUSES } from '@paidonce/ledger/finding/find-letters'
import { z } from 'zod'
import { ofCustomer, time } from './shared.ts'

export const Letter = z.object({
  id: z.string(),
  account: z.string(),
  order: z.string(),
  payment: z.string(),
  kind: z.string(),
  status: z.enum(LETTER_STATUSES),
  recipient: ofCustomer(z.string()),
  locale: z.string().nullable(),
  reason: z.string().nullable(),
  attempts: z.number(),
  owed: time,
  notBefore: time.nullable(),
  done: time.nullable()
})
