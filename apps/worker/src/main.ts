import { loadOwnFacts } from '@paidonce/core/facts/own-facts'
import { FACTS } from '@paidonce/core/facts/table'
import { claimMode } from '@paidonce/ledger/claim-mode'
import { logDeaths } from '@paidonce/ledger/log-deaths'
import { logFailure } from '@paidonce/ledger/log-failure'
import { migrate } from '@paidonce/ledger/migrate'
import { createPool } from '@paidonce/ledger/pool'
import { findUnsettled } from '@paidonce/ledger/settling/find-unsettled'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { type Batch, settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { run } from '@paidonce/ledger/transaction'
import { createCloser } from '@paidonce/shared/closer'
import { readCodeVersion } from '@paidonce/shared/code-version'
import { endFor } from '@paidonce/shared/end-for'
import type { EventJob } from '@paidonce/shared/event-job'
import { createHealthServer } from '@paidonce/shared/http/health'
import { loadExport } from '@paidonce/shared/load-export'
import { createLogger } from '@paidonce/shared/logger'
import { eventQueueName } from '@paidonce/shared/queues'
import { checkRedisSettings } from '@paidonce/shared/redis-settings'
import { loadedOrExit, settingsOrExit } from '@paidonce/shared/settings-or-exit'
import closeWithGrace from 'close-with-grace'
import { serveShop } from './asked/serve-shop.ts'
import { byLetters, type Withheld } from './batches/by-letters.ts'
import { createFinishEvent } from './batches/finish-event.ts'
import { createGroupCommit } from './batches/group-commit.ts'
import { hasCollided } from './batches/has-collided.ts'
import { createLedgerHold } from './batches/ledger-hold.ts'
import { readConfig, settlePlace } from './config.ts'
import { createCounters } from './http/counters.ts'
import { openLetters } from './letters/open-letters.ts'
import { createReadiness } from './readiness.ts'
import { startReconciling } from './reconcile/start-reconciling.ts'
import { connectRedis } from './redis/connection.ts'
import { consumeEvents } from './redis/consume-events.ts'
import { findLeftQueues } from './redis/left-queues.ts'
import { openAnnouncementsQueue, openLettersQueue } from './redis/outbox-queues.ts'
import { watchAnnouncements } from './redis/watch-announcements.ts'
import { watchProgress } from './redis/watch-progress.ts'
import { announcementsOutbox } from './relay/announcements-outbox.ts'
import { erasePayloadsStep } from './relay/erase-payloads-step.ts'
import { findVanished } from './relay/find-vanished.ts'
import { createFinishCompleted } from './relay/finish-completed.ts'
import { handOver } from './relay/hand-over.ts'
import { lettersOutbox } from './relay/letters-outbox.ts'
import { createOperationsRelay } from './relay/operations-relay.ts'
import { createRelay } from './relay/relay.ts'
import { seldom } from './relay/seldom.ts'
import { settleUnsettled } from './relay/settle-unsettled.ts'
import { startLineItems } from './relay/start-line-items.ts'
import { createMailer } from './smtp/transport.ts'
import { openStripe } from './stripe/open-stripe.ts'
import { startSweep } from './sweep/start-sweep.ts'

const config = settingsOrExit(readConfig, process)
const ownFacts = await loadedOrExit(() => loadOwnFacts(config.OWN_FACTS, loadExport), process)
const log = createLogger('worker', config.LOG_LEVEL)
const onError = (err: unknown) => log.error({ err }, 'worker')
const closer = createCloser(step => log.warn({ step }, 'closing takes long'))
const codeVersion = readCodeVersion(new URL('../package.json', import.meta.url))

closeWithGrace({ delay: config.SHUTDOWN_GRACE_MS, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping')
  readiness.startStopping()
  await closer.close()
})

const redis = connectRedis(config.REDIS_URL, onError)
closer.onClose('redis', () => redis.disconnect())
checkRedisSettings(redis, { onRefused: endFor, onWarning: text => log.warn(text), onError })

const { hold, holdThrough, isHolding } = createLedgerHold(log)
const readiness = createReadiness({ isRedisReady: () => redis.status === 'ready', isHolding })
const counters = createCounters(isHolding)
if (config.HEALTH_PORT !== undefined) {
  const health = createHealthServer({ notReady: readiness.notReady, metrics: counters.metrics })
  closer.onClose('health', () => health.close())
  await health.listen({ host: config.HEALTH_HOST, port: config.HEALTH_PORT })
}

await hold(() => migrate(config.DATABASE_URL))
const ledger = createPool({
  connectionString: config.DATABASE_URL,
  namedStatements: config.PG_NAMED_STATEMENTS,
  onError
})
closer.onClose('postgres', () => ledger.pool.end())
await hold(() => claimMode(ledger, config.STRIPE_MODE))

const stripe = openStripe(config)

// What a transaction leaves to be done: letters and announcements go to their queues, orders told of by people are settled.
const letters = lettersOutbox(ledger, openLettersQueue(redis, onError))
const announcements = announcementsOutbox(
  ledger,
  openAnnouncementsQueue(redis, onError),
  stripe === undefined ? 0 : config.LINE_ITEMS_WAIT
)
const completed = createFinishCompleted({ finish: announcements.finish, onHeard: () => relay.nudge() })
const relay = createRelay({
  steps: {
    'hand over letters': () => handOver(letters),
    'hand over announcements': () => handOver(announcements),
    'finish announcements': completed.finishHeard
  },
  onError: (err, step) => log.error({ err, step }, 'relay')
})
const upkeep = createRelay({
  steps: {
    'settle unsettled orders': () =>
      settleUnsettled({ find: n => run(ledger, findUnsettled(n)), settle, onError }),
    'find vanished letters': () => findVanished(letters),
    'find vanished announcements': () => findVanished(announcements),
    'serve left queues': seldom(60_000, () => serveLeftQueues()),
    'erase old payloads': seldom(3_600_000, erasePayloadsStep({ ledger, days: config.PAYLOAD_DAYS, log }))
  },
  onError: (err, step) => log.error({ err, step }, 'upkeep')
})
closer.onClose('relay', relay.stop)
const lineItems = startLineItems({ stripe, ledger, log, closer, onStored: relay.nudge })

// What a person must look at. With a connection and rounds of its own, so that nothing waits for it, nor it for letters.
const operationsMailer = createMailer({ url: config.SMTP_URL, from: config.MAIL_FROM })
closer.onClose('smtp of operations', operationsMailer.close)
const operations = createOperationsRelay({
  config,
  ledger,
  send: operationsMailer.send,
  count: counters.countOperationsMail,
  log
})
closer.onClose('operations', operations.stop)

const watcher = watchAnnouncements({ connection: redis, onCompleted: completed.hear, onError })
closer.onClose('announcements watcher', () => watcher.close())

// Events: read, gathered into batches, settled.
const rules = {
  requireRegistration: config.REQUIRE_REGISTRATION,
  codeVersion,
  letterWaitMs: config.DECLINED_LETTER_AFTER,
  letters: config.LETTERS,
  wantsLineItems: stripe !== undefined
}
async function settle(batch: Batch, withheld: Withheld = {}): Promise<void> {
  const { owes } = await settleBatch(ledger, { ...rules, ...withheld }, batch)
  if (owes) {
    relay.nudge()
    lineItems.nudge()
  }
}
const table = { ...FACTS, ...ownFacts }
const readingRules = { orderIdFrom: config.ORDER_ID_FROM, mode: config.STRIPE_MODE }
const submit = createGroupCommit<ReadEvent>({
  commit: async events => {
    for (const { part, withheld } of byLetters(events))
      await hold(() => settle({ events: part, orders: [] }, withheld))
  },
  bytesOf: event => event.payload.length,
  endsBatch: hasCollided
})
const tellFailed = ({ id, event }: EventJob, attempts: number, code: string) =>
  log.error({ event: id, type: event.type, attempts, code }, 'an event has failed, and waits for an operator')

const finishEvent = createFinishEvent({
  table,
  rules: { ...readingRules, codeVersion },
  submit,
  logFailure: async failure => {
    await hold(() => run(ledger, logFailure(failure)))
    if (failure.isFinal) tellFailed(failure.job, failure.attempts, failure.error.code)
  }
})

const tellPutOff = seldom(60_000, async () =>
  log.error('locks in PostgreSQL are held for too long: events are put off, no attempt is used')
)
const consumeQueue = (queue: string) =>
  consumeEvents({
    queue,
    connection: redis,
    concurrency: config.CONCURRENCY,
    finish: finishEvent,
    onFailed: async (job, end) => {
      await holdThrough(() => run(ledger, logDeaths({ job, ...end, codeVersion })))
      if (!end.hasRun) tellFailed(job, end.attempts, 'WORKERS_DIED')
    },
    onPutOff: () => void tellPutOff(),
    onError
  })

const sender = openLetters({ config, redis, ledger, rules, hold, closer, onError })

type Consumer = ReturnType<typeof consumeQueue>
const consumers = new Map<string, Consumer>()
closer.onClose('consumers', () => Promise.all([...consumers.values()].map(consumer => consumer.close())))
closer.onClose('upkeep', upkeep.stop) // before them, for it adds to them
function serve(consumer: Consumer) {
  consumers.set(consumer.name, consumer)
  for (const outcome of ['completed', 'failed'] as const)
    consumer.on(outcome, () => counters.count(consumer.name, outcome))
  const progress = watchProgress({
    worker: consumer,
    connection: redis,
    stuckAfterMs: config.STUCK_AFTER,
    isHeld: isHolding,
    onStuck: endFor,
    onError
  })
  closer.onClose('progress', progress.stop)
  void consumer.run().catch(onError)
}
async function serveLeftQueues() {
  for (const queue of await findLeftQueues(redis, config.EVENT_QUEUES))
    if (!consumers.has(queue)) serve(consumeQueue(queue))
}

relay.run()
upkeep.run()
operations.run()
for (let index = 0; index < config.EVENT_QUEUES; index++) serve(consumeQueue(eventQueueName(index)))
serve(sender)
startSweep({ stripe, ledger, redis, types: Object.keys(table), config, log, closer, onError })
startReconciling({ stripe, ledger, redis, rules: readingRules, config, log, closer, onError })
const place = settlePlace(config)
if (stripe !== undefined && place !== undefined)
  closer.onClose(
    'settle server',
    await serveShop(place, { stripe, ledger, rules: readingRules, submit, isHolding, log })
  )
readiness.startWorking()
log.info({ mode: config.STRIPE_MODE, ownFacts: Object.keys(ownFacts) }, 'ready')
