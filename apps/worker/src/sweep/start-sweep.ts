import type { Closer } from '@paidonce/shared/closer'
import type { WorkerConfig } from '../config.ts'
import { openSchedule } from '../redis/schedules.ts'
import { openSweptEvents } from '../redis/swept-events.ts'
import { createRelay } from '../relay/relay.ts'
import { seldom } from '../relay/seldom.ts'
import { createSweep, type SweepParts } from './create-sweep.ts'

type Parts = Pick<SweepParts, 'ledger' | 'log' | 'types'> &
  Readonly<{
    stripe: SweepParts['stripe'] | undefined
    redis: Parameters<typeof openSweptEvents>[0]
    config: WorkerConfig
    closer: Closer
    onError: (error: unknown) => void
  }>

/** Redis may lose its memory, and with it what comes round. */
const LOOK_AFTER_MS = 60_000

/** Sweeps from now on, every so often, in one worker at a time. Nothing of it is there without a key, or when it is off. */
export function startSweep({ stripe, ledger, redis, types, config, log, closer, onError }: Parts): void {
  const everyMs = config.SWEEP_EVERY
  if (stripe === undefined || everyMs === 'off') return

  const stopping = new AbortController()
  const events = openSweptEvents(redis, config.EVENT_QUEUES, onError)
  const sweep = createSweep({
    ledger,
    stripe,
    events,
    accounts: ['', ...(config.SWEEP_ACCOUNTS ?? [])],
    types,
    afterMs: config.SWEEP_AFTER,
    backMs: config.SWEEP_BACK,
    log
  })
  const run = () => sweep(stopping.signal)
  const schedule = openSchedule({ task: 'sweep', when: { every: everyMs }, connection: redis, run, onError })
  const keeper = createRelay({
    steps: { 'keep the schedule': seldom(LOOK_AFTER_MS, schedule.keep) },
    onError
  })
  closer.onClose('sweep', async () => {
    stopping.abort()
    await keeper.stop()
    await schedule.close()
    await events.close()
  })
  keeper.run()
  void schedule.worker.run().catch(onError)
}
