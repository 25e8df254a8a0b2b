import { claimLineItemLists, type WantedList } from '@paidonce/ledger/line-items/claim-line-item-lists'
import { giveUpLineItems, postponeLineItems } from '@paidonce/ledger/line-items/postpone-line-items'
import { storeLineItems } from '@paidonce/ledger/line-items/store-line-items'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { LineItem } from '@paidonce/shared/line-item'
import type { Logger } from '@paidonce/shared/logger'
import { apiVerdict } from '@paidonce/stripe-api/api-verdict'
import { fetchWantedLineItems } from './line-items.ts'

const STOPPED = { verdict: 'retry', reason: 'the worker stopped' } as const

type Parts = Readonly<{
  ledger: Ledger
  fetch: (list: WantedList) => Promise<readonly LineItem[]>
  /** Once it is time to stop, what is not fetched is left to another worker. */
  signal: AbortSignal
  log: Logger
  onStored: () => void
}>

/** The step of a relay that fetches what was bought, on the ledger. */
export const lineItemsStep =
  ({ ledger, fetch, signal, log, onStored }: Parts) =>
  () =>
    fetchWantedLineItems({
      claim: (limit, leaseMs) => run(ledger, claimLineItemLists(limit, leaseMs)),
      fetch,
      store: (list, lines) => storeLineItems(ledger, list, lines),
      postpone: (list, delayMs, reason) => run(ledger, postponeLineItems({ list, delayMs, reason })),
      giveUp: (list, reason) => run(ledger, giveUpLineItems(list, reason)),
      verdict: error => (signal.aborted ? STOPPED : apiVerdict(error)),
      onRefused: ({ session, attempts }, { verdict, reason }) =>
        log.warn({ session, attempts, verdict, reason }, 'line items are not to be had'),
      onStored,
      now: Date.now
    })
