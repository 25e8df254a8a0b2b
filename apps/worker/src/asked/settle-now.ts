import { idOf } from '@paidonce/core/facts/fields'
import { orderIdOf } from '@paidonce/core/facts/order-id'
import type { ReadingRules } from '@paidonce/core/facts/reading'
import type { OrderState } from '@paidonce/ledger/asked/order-paid-by'
import { readAsked } from '@paidonce/ledger/settling/read-asked'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'

export type Which = Readonly<{ account: string; session: string }>

/** Where the order of a session stands, or why there is nothing to say of it. */
export type Settled =
  | Readonly<{ order: string; status: string; fulfilled: boolean; payment: string | null }>
  | Readonly<{ problem: 'UNKNOWN_SESSION' | 'OTHER_MODE' | 'NO_ORDER' | 'NOTHING_TO_PAY' }>

type Ports = Readonly<{
  rules: ReadingRules & Readonly<{ mode: 'test' | 'live' }>
  /** The session as Stripe has it now, undefined if there is none. */
  fetchSession: (which: Which) => Promise<Readonly<Record<string, unknown>> | undefined>
  /** Resolves once the event is committed. */
  submit: (event: ReadEvent) => Promise<void>
  findOrder: (
    which: Readonly<{ account: string; payment: string; order: string | null }>
  ) => Promise<OrderState | undefined>
  now: () => Date
}>

/**
 * Asks Stripe for a Checkout Session, adds what it tells to what is known, as its events do, and says where its order then
 * stands. Facts are a set, so it may come before, beside or after the events, any number of times.
 */
export const createSettleNow =
  ({ rules, fetchSession, submit, findOrder, now }: Ports) =>
  async (which: Which): Promise<Settled> => {
    const session = await fetchSession(which)
    if (session === undefined) return { problem: 'UNKNOWN_SESSION' }
    if ((session.livemode === true) !== (rules.mode === 'live')) return { problem: 'OTHER_MODE' }
    if (session.mode === 'setup') return { problem: 'NOTHING_TO_PAY' }

    const { account } = which
    const event = readAsked({ object: session, account }, rules, now())
    if (event !== undefined) await submit(event)

    const payment = idOf(session.payment_intent)
    const named = orderIdOf(session, rules.orderIdFrom)
    const found = await findOrder({ account, payment: payment ?? which.session, order: named })
    if (found === undefined) return { problem: 'NO_ORDER' }
    const { order, status, fulfilledBy } = found
    return {
      order,
      status: status ?? 'pending',
      fulfilled: fulfilledBy !== null,
      payment: fulfilledBy ?? payment
    }
  }
