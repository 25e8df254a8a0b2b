import { shopRules } from '@paidonce/core/letters/shop-rules'
import { createPool } from '@paidonce/ledger/pool'
import { createCloser } from '@paidonce/shared/closer'
import { createLogger } from '@paidonce/shared/logger'
import { loadedOrExit, settingsOrExit } from '@paidonce/shared/settings-or-exit'
import closeWithGrace from 'close-with-grace'
import { readConfig } from './config.ts'
import { createConsole } from './http/server.ts'
import { examine } from './operations/doctor/examine.ts'
import { comparedWith, stripePlace } from './operations/doctor/settings.ts'
import { keptFor } from './operations/kept-for.ts'
import { keepReplaying } from './operations/replay/keep-replaying.ts'
import { workerRules } from './operations/worker-rules.ts'
import { connectRedis } from './redis/connection.ts'
import { openJobs } from './redis/jobs.ts'
import { replayPorts } from './redis/replay-ports.ts'

const EXAMINED_FOR_MS = 10_000

const config = settingsOrExit(readConfig, process)
const rules = await loadedOrExit(() => workerRules(process.env), process)
const compared = await loadedOrExit(() => comparedWith(config), process)
const log = createLogger('console', config.LOG_LEVEL)
const closer = createCloser(step => log.warn({ step }, 'closing takes long'))

const ledger = createPool({
  connectionString: config.DATABASE_URL,
  namedStatements: false,
  onError: err => log.error({ err }, 'postgres')
})
closer.onClose('postgres', () => ledger.pool.end())

const inRedis = replayPorts(config.REDIS_URL)
const replays = keepReplaying({ ledger, ...inRedis }, err =>
  log.error({ err }, 'a replay waits, and is gone on with')
)
closer.onClose('replays', replays.stop)

const redis = connectRedis(config.REDIS_URL, err => log.error({ err }, 'redis'))
closer.onClose('redis', () => redis.disconnect())

const places = {
  databaseUrl: () => config.DATABASE_URL,
  redisUrl: () => config.REDIS_URL,
  stripe: stripePlace(config)
}

const server = await createConsole({
  ledger,
  workerRules: rules,
  nudge: replays.nudge,
  jobs: openJobs(redis),
  eventsInRedis: inRedis.eventsInRedis,
  // It asks Stripe, whose limit is for the whole account.
  examine: keptFor(EXAMINED_FOR_MS, () => examine(places, { ...compared, secrets: undefined })),
  log,
  shop: shopRules(config),
  isSecure: config.CONSOLE_URL?.startsWith('https:') ?? false
})
closer.onClose('server', () => server.close())

closeWithGrace({ delay: 10_000, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping')
  await closer.close()
})

await server.listen({ host: config.CONSOLE_HOST, port: config.CONSOLE_PORT })
log.info({ port: config.CONSOLE_PORT }, 'ready')
