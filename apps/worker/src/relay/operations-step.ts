import { renderOperationsMail } from '@paidonce/core/operations/operations-mail'
import {
  finishOperationsMail,
  postponeOperationsMail
} from '@paidonce/ledger/operations/finish-operations-mail'
import { gatherOperationsMail } from '@paidonce/ledger/operations/gather-operations-mail'
import { openOperationsMail } from '@paidonce/ledger/operations/open-operations-mail'
import { takeOperationsMail } from '@paidonce/ledger/operations/take-operations-mail'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { Logger } from '@paidonce/shared/logger'
import { operationsMessageId } from '../smtp/message-id.ts'
import type { Mail } from '../smtp/transport.ts'
import { mailVerdict } from '../smtp/verdict.ts'
import { tellOperations } from './tell-operations.ts'

type Parts = Readonly<{
  ledger: Ledger
  send: (mail: Mail) => Promise<void>
  to: readonly string[]
  from: string
  mode: 'test' | 'live'
  everyMs: number
  count: (outcome: 'sent' | 'refused') => void
  log: Logger
}>

/** A burst of alerts gets so long to become one mail. */
const GATHER_MS = 10_000

/** The step of a relay that mails alerts to the people who run the shop, on the ledger. */
export const operationsStep =
  ({ ledger, send, to, from, mode, everyMs, count, log }: Parts) =>
  () =>
    tellOperations({
      open: () => run(ledger, openOperationsMail({ gatherMs: GATHER_MS, everyMs })),
      take: async leaseMs => (await run(ledger, takeOperationsMail(leaseMs)))[0],
      gather: (id, limit) => gatherOperationsMail(ledger, id, limit),
      send: ({ id }, alerts) =>
        send({ to, messageId: operationsMessageId(id, from), ...renderOperationsMail(alerts, mode) }),
      finish: id => run(ledger, finishOperationsMail(id)),
      postpone: (id, delayMs, reason) => run(ledger, postponeOperationsMail(id, delayMs, reason)),
      reasonOf: error => mailVerdict(error).reason,
      onSent: ({ id, attempts }, alerts) => {
        count('sent')
        log.info({ mail: id, attempts, alerts }, 'operations were told')
      },
      onRefused: ({ id, attempts }, reason) => {
        count('refused')
        log.error({ mail: id, attempts, reason }, 'operations could not be told, and will be')
      }
    })
