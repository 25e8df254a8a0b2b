import { z } from 'zod'
import { Letter } from './letter.ts'
import { listOf, money, ofCustomer, time } from './shared.ts'

/** An order in a list. */
export const Order = z.object({
  id: z.string(),
  account: z.string(),
  status: z.string(),
  money,
  email: ofCustomer(z.string()),
  marks: z.object({
    paidTwice: listOf(z.string()),
    refunded: z.number(),
    refundFailed: listOf(z.string()),
    dispute: z.string().nullable(),
    fraud: listOf(z.string()),
    mismatch: listOf(z.string())
  }),
  fulfilledBy: z.string().nullable(),
  created: time,
  changed: time,
  unsettled: z.boolean()
})

const Happening = z.object({
  at: time.nullable(),
  kind: z.enum(['registration', 'event', 'failure', 'fulfilment', 'letter', 'announcement', 'action']),
  title: z.string(),
  details: listOf(z.string()),
  event: z.string().nullable(),
  letter: z.string().nullable(),
  isBad: z.boolean()
})

/** One order with what happened, the oldest first, and its letters. */
export const WholeOrder = Order.extend({ timeline: listOf(Happening), letters: listOf(Letter) })
