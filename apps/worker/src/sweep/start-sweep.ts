import type { Closer } from '@paidonce/shared/closer'
import type { WorkerConfig } from '../config.ts'
import { openSweptEvents } from '../redis/swept-events.ts'
import { startSchedule } from '../relay/start-schedule.ts'
import { createSweep, type SweepParts } from './create-sweep.ts'

type Parts = Pick<SweepParts, 'ledger' | 'log' | 'types'> &
  Readonly<{
    stripe: SweepParts['stripe'] | undefined
    redis: Parameters<typeof openSweptEvents>[0]
    config: WorkerConfig
    closer: Closer
    onError: (error: unknown) => void
  }>

/** Sweeps from now on, every so often, in one worker at a time. Nothing of it is there without a key, or when it is off. */
export function startSweep({ stripe, ledger, redis, types, config, log, closer, onError }: Parts): void {
  const everyMs = config.SWEEP_EVERY
  if (stripe === undefined || everyMs === 'off') return

  const events = openSweptEvents(redis, config.EVENT_QUEUES, onError)
  const run = createSweep({
    ledger,
    stripe,
    events,
    accounts: ['', ...(config.SWEEP_ACCOUNTS ?? [])],
    types,
    afterMs: config.SWEEP_AFTER,
    backMs: config.SWEEP_BACK,
    log
  })
  startSchedule({
    task: 'sweep',
    when: { every: everyMs },
    connection: redis,
    run,
    closer,
    closeAfter: events.close,
    onError
  })
}
