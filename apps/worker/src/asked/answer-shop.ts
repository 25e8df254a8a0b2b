import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Logger } from '@paidonce/shared/logger'
import { StripeAway } from '@paidonce/stripe-api/stripe-away'
import type { Settled, Which } from './settle-now.ts'
import { createTurns } from './turns.ts'

/** Why a session could not be settled now. Asked again, it may be. */
export type Away = Readonly<{ problem: 'STRIPE_AWAY' | 'LEDGER_AWAY' | 'UNEXPECTED' }>

type Ports = Readonly<{
  settleNow: (which: Which) => Promise<Settled>
  isHolding: () => boolean
  log: Pick<Logger, 'warn'>
}>

/** Settles sessions for who must not be kept waiting: a database that is away is said at once, and nothing is thrown. */
export function createAnswerShop({ settleNow, isHolding, log }: Ports) {
  const takeTurn = createTurns<Settled | Away>()

  async function answer(which: Which): Promise<Settled | Away> {
    if (isHolding()) return { problem: 'LEDGER_AWAY' }
    try {
      return await settleNow(which)
    } catch (err) {
      log.warn({ ...which, err }, 'a session could not be settled now')
      return { problem: problemOf(err) }
    }
  }
  return (which: Which) => takeTurn(`${which.account} ${which.session}`, () => answer(which))
}

function problemOf(error: unknown): Away['problem'] {
  if (error instanceof LedgerError) return 'LEDGER_AWAY'
  return error instanceof StripeAway ? 'STRIPE_AWAY' : 'UNEXPECTED'
}
