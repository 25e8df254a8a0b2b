import { EVENT_STATES } from '@paidonce/ledger/finding/find-events'
import { z } from 'zod'
import { listOf, money, ofCustomer, time } from './shared.ts'

/** An event in a list. */
export const Event = z.object({
  id: z.string(),
  account: z.string(),
  type: z.string(),
  state: z.enum(EVENT_STATES),
  session: z.string().nullable(),
  payment: z.string().nullable(),
  order: z.string().nullable(),
  email: ofCustomer(z.string()),
  received: time,
  how: z.string(),
  finished: time.nullable(),
  failed: time.nullable(),
  attempts: z.number(),
  error: z.object({ code: z.string(), text: z.string() }).nullable(),
  codeVersion: z.string()
})

const Fact = z.object({
  payment: z.string(),
  kind: z.string(),
  named: z.string().nullable(),
  order: z.string().nullable(),
  money,
  value: ofCustomer(z.record(z.string(), z.unknown()))
})

const Action = z.object({
  at: time,
  who: z.string(),
  what: z.string(),
  why: z.string().nullable(),
  result: z.string().nullable(),
  finished: time.nullable()
})

/** All that is known of one. */
export const WholeEvent = Event.extend({
  mode: z.string(),
  facts: listOf(Fact),
  payload: ofCustomer(z.string()),
  erased: time.nullable(),
  missed: z.object({ created: time, found: time, cause: z.string() }).nullable(),
  actions: listOf(Action)
})
