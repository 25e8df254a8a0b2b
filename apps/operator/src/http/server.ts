import cookies from '@fastify/cookie'
import forms from '@fastify/formbody'
import type { Logger } from '@paidonce/shared/logger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { keptFor } from '../operations/kept-for.ts'
import { lookAtEverything } from '../operations/overview/look.ts'
import { signIn, signOut, whoIs } from '../operations/users/sign-in.ts'
import { tokenOwner } from '../operations/users/token-owner.ts'
import type { Jobs } from '../redis/jobs.ts'
import { jsonApi } from './api/api.tsx'
import { serveAssets } from './assets.ts'
import { type DoctorPorts, doctorPages } from './doctor/doctor-pages.tsx'
import { answerErrors } from './errors.tsx'
import { eventPages } from './events/event-pages.tsx'
import { failurePages } from './failures/failure-pages.tsx'
import { gapsPages } from './gaps/gaps-pages.tsx'
import { addHeaders } from './headers.ts'
import { type LetterPorts, letterPages } from './letters/letter-pages.tsx'
import { orderPages } from './orders/order-pages.tsx'
import { overviewPages } from './overview/overview-pages.tsx'
import { queuePages } from './queues/queue-pages.ts'
import { type ReplayPorts, replayPages } from './replays/replay-pages.tsx'
import { signInPages } from './sign-in/sign-in.tsx'
import { guard } from './who/guard.ts'
import { createReadWho } from './who/read-who.ts'

export type ConsolePorts = LetterPorts &
  ReplayPorts &
  DoctorPorts &
  Readonly<{
    jobs: Jobs
    log: Logger
    /** Browsers reach it by https: the cookie goes no other way. */
    isSecure: boolean
  }>

/** Many screens ask every few seconds: the servers are asked once. */
const LOOK_KEPT_MS = 1_000

const MAX_BODY_BYTES = 65_536
/** An order's id may have 500 characters, and each of them nine in a URL. */
const MAX_ID_IN_URL = 4_500

/** The console: who may, then what. Listening and closing are the caller's. */
export async function createConsole(ports: ConsolePorts): Promise<FastifyInstance> {
  const { ledger, jobs, log, isSecure } = ports
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 10_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: MAX_ID_IN_URL },
    forceCloseConnections: true
  })
  await addHeaders(app, { isSecure })
  await app.register(cookies)
  await app.register(forms)
  answerErrors(app, log)
  guard(app, {
    readWho: createReadWho({
      bySecret: secret => whoIs(ledger, secret),
      byToken: token => tokenOwner(ledger, token)
    })
  })

  serveAssets(app)
  app.get('/livez', { config: { allow: 'anyone' } }, async () => ({ status: 'alive' }))
  await signInPages(app, {
    signIn: given => signIn(ledger, given),
    signOut: secret => signOut(ledger, secret),
    cookie: { isSecure }
  })
  orderPages(app, { ledger })
  eventPages(app, { ledger })
  failurePages(app, { ledger })
  letterPages(app, ports)
  replayPages(app, ports)
  const everything = {
    ledger,
    countJobs: jobs.count,
    onError: (err: unknown) => log.error({ err }, 'overview')
  }
  const look = keptFor(LOOK_KEPT_MS, () => lookAtEverything(everything, Date.now()))
  overviewPages(app, { ledger, look })
  gapsPages(app, ports)
  doctorPages(app, ports)
  await jsonApi(app, { ...ports, look })
  await queuePages(app, { ledger, log, board: jobs.board })
  return app
}
