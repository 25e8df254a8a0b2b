import type { TestContext } from 'node:test'
import type { FactsTable } from '@paidonce/core/facts/reading'
import { logFailure } from '@paidonce/ledger/log-failure'
import type { Ledger } from '@paidonce/ledger/pool'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { run } from '@paidonce/ledger/transaction'
import { eventQueueName } from '@paidonce/shared/queues'
import { createFinishEvent } from '@paidonce/worker/batches/finish-event'
import { createGroupCommit } from '@paidonce/worker/batches/group-commit'
import { consumeEvents } from '@paidonce/worker/redis/consume-events'
import { openRedis } from './own-redis.ts'
import { SETTLING_RULES } from './settling-rules.ts'

type ToyWorker = Readonly<{ ledger: Ledger; redisUrl: string; table: FactsTable }>

/** The worker's own parts, wired in this process to a table of events of the test's. */
export function startToyWorker(t: TestContext, { ledger, redisUrl, table }: ToyWorker): void {
  const codeVersion = 'toy'
  const finish = createFinishEvent({
    table,
    rules: { orderIdFrom: ['metadata.order_id'], mode: 'test', codeVersion },
    submit: createGroupCommit({
      commit: async events =>
        void (await settleBatch(ledger, { ...SETTLING_RULES, codeVersion }, { events, orders: [] })),
      bytesOf: event => event.payload.length
    }),
    logFailure: failure => run(ledger, logFailure(failure))
  })
  const worker = consumeEvents({
    queue: eventQueueName(0),
    connection: openRedis(t, redisUrl),
    concurrency: 100,
    finish,
    onFailed: async () => undefined,
    onPutOff: () => undefined,
    onError: () => undefined
  })
  t.after(() => worker.close(true))
  void worker.run()
}
