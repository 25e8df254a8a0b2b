import type { ReadingRules } from '@paidonce/core/facts/reading'
import type { Closer } from '@paidonce/shared/closer'
import type { WorkerConfig } from '../config.ts'
import { openSweptEvents } from '../redis/swept-events.ts'
import { startSchedule } from '../relay/start-schedule.ts'
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

/** Reconciles every night from now on, in one worker at a time. Nothing of it is there without a key, or when it is off. */
export function startReconciling(parts: Parts): void {
  const { stripe, ledger, redis, rules, config, log, closer, onError } = parts
  if (stripe === undefined || config.RECONCILE_AT === 'off') return

  const events = openSweptEvents(redis, config.EVENT_QUEUES, onError)
  const run = createReconcileNightly({
    ledger,
    stripe,
    rules,
    accounts: ['', ...(config.SWEEP_ACCOUNTS ?? [])],
    sinceMs: config.RECONCILE_SINCE,
    add: events.add,
    log
  })
  startSchedule({
    task: 'reconcile',
    when: { pattern: nightlyAt(config.RECONCILE_AT) },
    connection: redis,
    run,
    closer,
    closeAfter: events.close,
    onError
  })
}

/** "03:15" as cron says it */
const nightlyAt = (time: string): string => {
  const [hour, minute] = time.split(':').map(Number)
  return `${minute} ${hour} * * *`
}
