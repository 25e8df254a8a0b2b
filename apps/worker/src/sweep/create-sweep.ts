import type { Ledger } from '@paidonce/ledger/pool'
import { findSeen } from '@paidonce/ledger/sweep/find-seen'
import { logMissed } from '@paidonce/ledger/sweep/log-missed'
import { logSweep, type Sweep } from '@paidonce/ledger/sweep/log-sweep'
import { readCheckpoint } from '@paidonce/ledger/sweep/read-checkpoint'
import { firstReceived, servedSince } from '@paidonce/ledger/sweep/served-since'
import { typesThatCome } from '@paidonce/ledger/sweep/types-that-come'
import { run } from '@paidonce/ledger/transaction'
import type { Logger } from '@paidonce/shared/logger'
import { isObject } from '@paidonce/shared/stripe-event'
import { apiVerdict, isPassing } from '@paidonce/stripe-api/api-verdict'
import type Stripe from 'stripe'
import type { openSweptEvents } from '../redis/swept-events.ts'
import { listEndpoints } from '../stripe/list-endpoints.ts'
import { listEvents } from '../stripe/list-events.ts'
import { askAgain } from './ask-again.ts'
import { compareListed } from './compare-listed.ts'
import { createFetchBack } from './fetch-back.ts'
import { sweepAccount } from './sweep-account.ts'

export type SweepParts = Readonly<{
  ledger: Ledger
  stripe: Stripe
  events: ReturnType<typeof openSweptEvents>
  accounts: readonly string[]
  /** All that is acted on. */
  types: readonly string[]
  afterMs: number
  backMs: number | undefined
  log: Logger
}>

/** One sweep over all accounts, on the ledger, the queues and Stripe's API. An account that fails holds up no other. */
export const createSweep =
  ({ ledger, stripe, events, accounts, types, afterMs, backMs, log }: SweepParts) =>
  async (signal: AbortSignal): Promise<void> => {
    let surroundings: ReturnType<typeof lookAround> | undefined
    const ask = askAgain({ isPassing, signal })
    // What Stripe has no events of is asked for once a sweep, not for each window.
    const unknown = new Set<string>()
    const ports = {
      pages: ({ account, since, until }: Pick<Sweep, 'account' | 'since' | 'until'>) =>
        listEvents(stripe, { account, since, until, types: without(types, unknown) }, ask, noteUnknown),
      compare: (listed: Parameters<typeof compareListed>[0]) =>
        compareListed(listed, { seen: ids => run(ledger, findSeen(ids)), queued: events.queued }),
      fetchBack: createFetchBack({
        // Once a sweep: many pages may miss something.
        surroundings: () => (surroundings ??= lookAround()),
        note: missed => run(ledger, logMissed(missed)),
        waiting: events.waiting,
        add: events.add,
        signal,
        nowMs: Date.now
      }),
      goOn: () => signal.throwIfAborted(),
      onUnreadable: (event: unknown) =>
        log.error({ event: isObject(event) ? event.id : null }, 'Stripe lists what is no event'),
      checkpoint,
      servedSince: (account: string) => timeOf(servedSince(account)),
      log: (sweep: Sweep) => run(ledger, logSweep(sweep)),
      onSwept,
      reasonOf: (error: unknown) => apiVerdict(error).reason,
      nowS: () => Date.now() / 1000
    }
    const rules = { afterS: afterMs / 1000, backS: backMs === undefined ? undefined : backMs / 1000 }
    for (const account of accounts) {
      try {
        await sweepAccount(account, ports, rules)
      } catch (err) {
        if (signal.aborted) return
        log.error({ err, account }, 'the sweep stopped, and goes on from its last window')
      }
    }

    function noteUnknown(refused: readonly string[]) {
      for (const type of refused) unknown.add(type)
      log.error({ types: refused }, 'Stripe has no such types of events: look at their names in OWN_FACTS')
    }

    async function lookAround() {
      return {
        firstReceivedS: await timeOf(firstReceived()),
        endpoints: await listEndpoints(stripe),
        typesThatCome: new Set((await run(ledger, typesThatCome())).map(({ type }) => type))
      }
    }

    async function checkpoint(account: string) {
      const [row] = await run(ledger, readCheckpoint(account))
      return row ?? { checkpoint: null, unfinished: null, begin: null }
    }

    async function timeOf(statement: ReturnType<typeof servedSince>) {
      return (await run(ledger, statement))[0]?.at ?? null
    }

    function onSwept({ error, since, until, unfinished, ...counts }: Sweep, left: number) {
      const window = { ...counts, since: timeText(since), until: timeText(until), left }
      if (error !== null) log.error({ ...window, reason: error }, 'Stripe’s events could not be listed')
      else if (counts.missed > 0) log.warn(window, 'events were missing and are fetched back')
      else log[left > 0 ? 'info' : 'debug'](window, 'swept')
    }
  }

const without = (types: readonly string[], some: ReadonlySet<string>) => types.filter(type => !some.has(type))

const timeText = (seconds: number) => new Date(seconds * 1000).toISOString()
