import type { Ledger } from '@paidonce/ledger/pool'
import type { Logger } from '@paidonce/shared/logger'
import type { WorkerConfig } from '../config.ts'
import type { Mail } from '../smtp/transport.ts'
import { operationsStep } from './operations-step.ts'
import { createRelay } from './relay.ts'

type Parts = Readonly<{
  config: WorkerConfig
  ledger: Ledger
  send: (mail: Mail) => Promise<void>
  count: (outcome: 'sent' | 'refused') => void
  log: Logger
}>

/** Tells people what they must look at, in rounds of their own, if anybody wants to be told. */
export function createOperationsRelay({ config, ledger, send, count, log }: Parts) {
  const { OPERATIONS_EMAIL: to, OPERATIONS_EMAIL_EVERY: everyMs, MAIL_FROM: from, STRIPE_MODE: mode } = config
  const told = to && operationsStep({ ledger, send, to, from, mode, everyMs, count, log })
  return createRelay({
    steps: told === undefined ? {} : { 'tell operations': told },
    onError: (err, step) => log.error({ err, step }, 'operations')
  })
}
