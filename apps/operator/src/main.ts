import { shopRules } from '@paidonce/core/letters/shop-rules'
import { createPool } from '@paidonce/ledger/pool'
import { createCloser } from '@paidonce/shared/closer'
import { createLogger } from '@paidonce/shared/logger'
import { settingsOrExit } from '@paidonce/shared/settings-or-exit'
import closeWithGrace from 'close-with-grace'
import { readConfig } from './config.ts'
import { createConsole } from './http/server.ts'

const config = settingsOrExit(readConfig, process)
const log = createLogger('console', config.LOG_LEVEL)
const closer = createCloser()

const ledger = createPool({
  connectionString: config.DATABASE_URL,
  namedStatements: false,
  onError: err => log.error({ err }, 'postgres')
})
closer.onClose('postgres', () => ledger.pool.end())

const server = await createConsole({
  ledger,
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
