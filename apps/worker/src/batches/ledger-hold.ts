import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Logger } from '@paidonce/shared/logger'
import { hasCollided } from './has-collided.ts'
import { createHold, type Hold } from './hold.ts'

/** Holds work while PostgreSQL cannot do it, and says so once an outage. */
export function createLedgerHold(log: Logger) {
  const outages = createHold({
    isOutage: error => error instanceof LedgerError && error.remedy === 'hold',
    onHold: err => log.error({ err }, 'PostgreSQL does not work: holding, nothing is lost'),
    onResume: () => log.info('PostgreSQL works again: going on')
  })
  // No sign of the worker's health: others may well have the locks that they need.
  const collisions = createHold({
    isOutage: hasCollided,
    onHold: err => log.error({ err }, 'a failed event waits for a lock in PostgreSQL, to be shown'),
    onResume: () => log.info('PostgreSQL gave the lock: failed events are shown')
  })
  /** For what no job stands for: it is repeated through collisions, too, and only its own faults are thrown. */
  const holdThrough: Hold = work => collisions.hold(() => outages.hold(work))
  return { ...outages, holdThrough }
}
