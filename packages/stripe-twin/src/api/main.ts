import { createCloser } from '@paidonce/shared/closer'
import { createLogger } from '@paidonce/shared/logger'
import { settingsOrExit } from '@paidonce/shared/settings-or-exit'
import { readConfig } from './config.ts'
import { startTwin } from './start-twin.ts'

const { host, port, target, logLevel } = settingsOrExit(readConfig, process)
const log = createLogger('stripe-twin', logLevel)
const closer = createCloser()
const onError = (err: Error) => log.error({ err }, 'twin')

const twin = await startTwin({
  host,
  port,
  target,
  onAttempt: ({ event, accepted, answer, number }) =>
    log[accepted ? 'info' : 'warn'](
      { event: event.id, type: event.type, attempt: number, status: answer.status },
      accepted ? 'delivered' : 'not taken'
    ),
  onError
})
closer.onClose('twin', twin.stop)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closer.close().catch(onError))
log.info({ port }, 'ready')
