import type { ReadingRules } from '@paidonce/core/facts/reading'
import type { Closer } from '@paidonce/shared/closer'
import type { WorkerConfig } from '../config.ts'
import { openSchedule } from '../redis/schedules.ts'
import { openSweptEvents } from '../redis/swept-events.ts'
import { createRelay } from '../relay/relay.ts'
import { seldom } from '../relay/seldom.ts'
import { createReconcileNightly, type NightlyParts } from './reconcile-nightly.ts'

type Parts = Pick<NightlyParts, 'ledger' | 'log'> &
  Readonly<{
    stripe: NightlyParts['stripe'] | undefined
    redis: Parameters<typeof openSweptEvents>[0]
    rules: ReadingRules
    config: WorkerConfig
    closer: Closer
    onError: (error: unknown) => void
  }>

/** Redis may lose its memory, and with it what comes round. */
const LOOK_AFTER_MS = 60_000

/** Reconciles every night from now on, in one worker at a time. Nothing of it is there without a key, or when it is off. */
export function startReconciling(parts: Parts): void {
  const { stripe, ledger, redis, rules, config, log, closer, onError } = parts
  if (stripe === undefined || config.RECONCILE_AT === 'off') return

  const stopping = new AbortController()
  const events = openSweptEvents(redis, config.EVENT_QUEUES, onError)
  const reconcile = createReconcileNightly({
    ledger,
    stripe,
    rules,
    accounts: ['', ...(config.SWEEP_ACCOUNTS ?? [])],
    sinceMs: config.RECONCILE_SINCE,
    add: events.add,
    log
  })
  const schedule = openSchedule({
    task: 'reconcile',
    when: { pattern: nightlyAt(config.RECONCILE_AT) },
    connection: redis,
    run: () => reconcile(stopping.signal),
    onError
  })
  const keeper = createRelay({
    steps: { 'keep the schedule': seldom(LOOK_AFTER_MS, schedule.keep) },
    onError
  })
  closer.onClose('reconciliation', async () => {
    stopping.abort()
    await keeper.stop()
    await schedule.close()
    await events.close()
  })
  keeper.run()
  void schedule.worker.run().catch(onError)
}

/** "03:15" as cron says it */
const nightlyAt = (time: string): string => {
  const [hour, minute] = time.split(':').map(Number)
  return `${minute} ${hour} * * *`
}
