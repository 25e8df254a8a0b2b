import { setTimeout as wait } from 'node:timers/promises'
import { loadOwnFacts } from '@paidonce/core/facts/own-facts'
import { FACTS } from '@paidonce/core/facts/table'
import { createCloser } from '@paidonce/shared/closer'
import { endFor } from '@paidonce/shared/end-for'
import { createHealthServer } from '@paidonce/shared/http/health'
import { loadExport } from '@paidonce/shared/load-export'
import { createLogger } from '@paidonce/shared/logger'
import { checkRedisSettings } from '@paidonce/shared/redis-settings'
import { loadedOrExit, settingsOrExit } from '@paidonce/shared/settings-or-exit'
import closeWithGrace from 'close-with-grace'
import { readConfig } from './config.ts'
import { createCounters } from './http/counters.ts'
import { createServer } from './http/server.ts'
import { decideIntake } from './intake.ts'
import { createReadiness } from './readiness.ts'
import { connectRedis } from './redis/connection.ts'
import { enqueueEvent } from './redis/enqueue-event.ts'
import { openEventQueues } from './redis/event-queues.ts'
import { noteSignatures } from './redis/note-signatures.ts'
import { watchRoom } from './redis/room-left.ts'
import { createVerify } from './stripe/create-verify.ts'

const config = settingsOrExit(readConfig, process)
const ownFacts = await loadedOrExit(() => loadOwnFacts(config.OWN_FACTS, loadExport), process)
const log = createLogger('ingest', config.LOG_LEVEL)
const closer = createCloser(step => log.warn({ step }, 'closing takes long'))

const redis = connectRedis(config.REDIS_URL, err => log.error({ err }, 'redis'))
closer.onClose('redis', () => redis.disconnect())
checkRedisSettings(redis, {
  onRefused: endFor,
  onWarning: text => log.warn(text),
  onError: err => log.error({ err }, 'redis')
})

const queues = openEventQueues(redis, config.EVENT_QUEUES)
const room = watchRoom({ redis, queues: queues.all, backlogLimit: config.BACKLOG_LIMIT })
closer.onClose('room', room.stop)

const table = { ...FACTS, ...ownFacts }
const readiness = createReadiness({
  isRedisReady: () => redis.status === 'ready' && room.isAnswered(),
  isRoomLeft: room.isLeft
})
const counters = createCounters()
const notes = noteSignatures(redis, config.STRIPE_WEBHOOK_SECRET)
closer.onClose('signature notes', notes.stop)
const verify = createVerify({
  secrets: config.STRIPE_WEBHOOK_SECRET,
  mode: config.STRIPE_MODE,
  onMatched: notes.matched,
  onFailed: cause => {
    counters.countSignatureFailure(cause)
    notes.failed(cause)
  }
})

const health = createHealthServer({ notReady: readiness.notReady, metrics: counters.metrics })
closer.onClose('health', () => health.close())

const server = createServer({
  log,
  isLeaving: readiness.isLeaving,
  admit: readiness.admit,
  verify,
  decide: (verified, body) => decideIntake(verified, body, { table, mode: config.STRIPE_MODE }),
  enqueue: ({ id, event }) =>
    enqueueEvent(queues.queueFor(id), { id, event, receivedAt: new Date().toISOString(), how: 'webhook' }),
  count: counters.count
})
closer.onClose('server', () => server.close())
closer.onClose('deliveries', readiness.startClosing)

closeWithGrace({ delay: config.DRAIN_MS + config.SHUTDOWN_GRACE_MS, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping')
  readiness.startDraining()
  if (!err) await wait(config.DRAIN_MS)
  await closer.close()
})

await health.listen({ host: config.HEALTH_HOST, port: config.HEALTH_PORT })
await server.listen({ host: config.HOST, port: config.PORT })
log.info(
  {
    mode: config.STRIPE_MODE,
    secrets: config.STRIPE_WEBHOOK_SECRET.length,
    port: config.PORT,
    ownFacts: Object.keys(ownFacts)
  },
  'ready'
)
