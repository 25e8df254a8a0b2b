import { setMaxListeners } from 'node:events'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Closer } from '@paidonce/shared/closer'
import type { Logger } from '@paidonce/shared/logger'
import type Stripe from 'stripe'
import { fetchLineItems } from '../stripe/fetch-line-items.ts'
import { unlessStopped } from '../stripe/unless-stopped.ts'
import { lineItemsStep } from './line-items-step.ts'
import { createRelay } from './relay.ts'

type Parts = Readonly<{
  stripe: Stripe | undefined
  ledger: Ledger
  log: Logger
  closer: Closer
  onStored: () => void
}>

/** Fetches what was bought from now on, in rounds of its own; nothing without a key. `nudge`: there may be more to fetch. */
export function startLineItems({ stripe, ledger, log, closer, onStored }: Parts): { nudge: () => void } {
  if (stripe === undefined) return { nudge: () => undefined }

  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal) // each list that is asked for listens
  const fetch = lineItemsStep({
    ledger,
    fetch: list => unlessStopped(fetchLineItems(stripe, list), stopping.signal),
    signal: stopping.signal,
    log,
    onStored
  })
  const relay = createRelay({
    steps: { 'fetch line items': fetch },
    onError: (err, step) => log.error({ err, step }, 'line items')
  })
  closer.onClose('line items', () => {
    stopping.abort()
    return relay.stop()
  })
  relay.run()
  return { nudge: relay.nudge }
}
