import type { ReadingRules } from '@paidonce/core/facts/reading'
import { orderPaidBy } from '@paidonce/ledger/asked/order-paid-by'
import type { Ledger } from '@paidonce/ledger/pool'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { run } from '@paidonce/ledger/transaction'
import type { Logger } from '@paidonce/shared/logger'
import { fetchSession } from '@paidonce/stripe-api/fetch-session'
import { orStripeAway } from '@paidonce/stripe-api/stripe-away'
import type Stripe from 'stripe'
import { createSettleServer } from '../http/settle-server.ts'
import { createAnswerShop } from './answer-shop.ts'
import { createSettleNow } from './settle-now.ts'

type Parts = Readonly<{
  stripe: Stripe
  ledger: Ledger
  rules: ReadingRules & Readonly<{ mode: 'test' | 'live' }>
  submit: (event: ReadEvent) => Promise<void>
  isHolding: () => boolean
  log: Logger
}>

type Place = Readonly<{ host: string; port: number; token: string }>

/** Serves the shop that cannot wait for the webhook. Gives what stops it, once what is in hand is answered. */
export async function serveShop(
  { host, port, token }: Place,
  { stripe, ledger, rules, submit, isHolding, log }: Parts
): Promise<() => Promise<unknown>> {
  const settleNow = createSettleNow({
    rules,
    fetchSession: which => orStripeAway(fetchSession(stripe, which)),
    submit,
    findOrder: async which => (await run(ledger, orderPaidBy(which)))[0],
    now: () => new Date()
  })
  const server = createSettleServer({ token, settle: createAnswerShop({ settleNow, isHolding, log }) })
  await server.listen({ host, port })
  return () => server.close()
}
