import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadOwnFacts } from '@paidonce/core/facts/own-facts'
import { DEFAULT_ORDER_ID_FROM, isOrderIdPlace, ORDER_ID_PLACES } from '@paidonce/core/facts/reading'
import { FACTS } from '@paidonce/core/facts/table'
import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import type { SettlingRules } from '@paidonce/ledger/settling/settle-batch'
import { loadExport } from '@paidonce/shared/load-export'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'
import { codeVersion } from './code-version.ts'
import type { Reader } from './rebuild/read-again.ts'

/** The settings of the workers that change what events tell, what orders come to and what is owed. */
export const WorkerSettings = z.object({
  ORDER_ID_FROM: read.listOf(isOrderIdPlace, ORDER_ID_PLACES).default([...DEFAULT_ORDER_ID_FROM]),
  REQUIRE_REGISTRATION: read.onOff.default(false),
  OWN_FACTS: z.string().optional(),
  DECLINED_LETTER_AFTER: read.duration.default(15 * 60_000),
  STRIPE_SECRET_KEY: z.string().optional()
})

export type WorkerRules = Readonly<{
  reader: Reader
  rules: SettlingRules
  /** A text that is another one whenever events may be read otherwise. */
  fingerprint: string
}>

/** Reads and settles as a worker with the same settings. Throws BadEnvironment or UnusableModule. */
export async function workerRules(env: Readonly<Record<string, string | undefined>>): Promise<WorkerRules> {
  const settings = read.readEnvironment(WorkerSettings, env)
  const { ORDER_ID_FROM: orderIdFrom, OWN_FACTS: module } = settings
  const table = { ...FACTS, ...(await loadOwnFacts(module, loadExport)) }
  return {
    reader: { table, rules: { orderIdFrom } },
    rules: {
      requireRegistration: settings.REQUIRE_REGISTRATION,
      codeVersion: codeVersion(),
      letterWaitMs: settings.DECLINED_LETTER_AFTER,
      wantsLineItems: settings.STRIPE_SECRET_KEY !== undefined
    },
    fingerprint: JSON.stringify([
      SETTLE_VERSION,
      codeVersion(),
      orderIdFrom,
      module === undefined ? null : createHash('sha256').update(readFileSync(module)).digest('hex')
    ])
  }
}
