import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createCloser } from '@paidonce/shared/closer'
import { createLogger } from '@paidonce/shared/logger'
import { settingsOrExit } from '@paidonce/shared/settings-or-exit'
import { createIds } from '../seed/ids.ts'
import { createRandom } from '../seed/random.ts'
import { readConfig } from './config.ts'
import { createAnswerControl } from './control/answer-control.ts'
import { createFaultShelf } from './faults/fault-shelf.ts'
import { withFaults } from './faults/with-faults.ts'
import { createAnswerApi } from './http/answer-api.ts'
import { createTwinServer } from './http/server.ts'
import { createAnswerPage, payPath } from './pages/answer-page.ts'
import { createSendEvents } from './send-events.ts'
import { createSessionShelf } from './sessions/session-shelf.ts'

const { host, port, target, logLevel } = settingsOrExit(readConfig, process)
const log = createLogger('stripe-twin', logLevel)
const closer = createCloser()
const onError = (err: Error) => log.error({ err }, 'twin')

const ids = createIds(createRandom(randomBytes(16).toString('hex')))
const nowS = () => Math.floor(Date.now() / 1000)
const sessions = createSessionShelf()
const faults = createFaultShelf()
const events = createSendEvents({
  target,
  onAttempt: ({ event, accepted, answer, number }) =>
    log[accepted ? 'info' : 'warn'](
      { event: event.id, type: event.type, attempt: number, status: answer.status },
      accepted ? 'delivered' : 'not taken'
    ),
  onError
})
closer.onClose('events', events.stop)

const server = createTwinServer({
  answerApi: withFaults(
    createAnswerApi({ sessions, ids, nowS, urlOf: id => `http://${host}:${port}${payPath(id)}` }),
    faults
  ),
  answerControl: createAnswerControl({ sessions, faults, ids }),
  answerPage: createAnswerPage({ sessions, ids, nowS, deliver: events.send }),
  requestId: () => `req_${randomBytes(7).toString('hex')}`,
  onError
})
closer.onClose('server', () => {
  server.close()
  server.closeAllConnections()
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closer.close().catch(onError))

server.listen(port, host)
await once(server, 'listening')
log.info({ port }, 'ready')
