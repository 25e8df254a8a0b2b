import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { claimInstance, releaseInstance } from '../instance/claim-instance.ts'
import { refuseBusyPorts } from '../ports/refuse-busy-ports.ts'
import { stopLeftovers } from '../processes/stop-leftovers.ts'
import { startStack } from '../stack.ts'
import {
  appEnvironment,
  consoleUrl,
  type Environment,
  hasStripeKey,
  type Places,
  shopUrl,
  twinUrl,
  webhookUrl
} from './app-environment.ts'
import { type App, appsFor, unusedPorts } from './apps.ts'
import type { LogView } from './log-view.ts'
import { makeOperator, type NewOperator } from './make-operator.ts'
import { type RunningApp, runApp } from './run-app.ts'
import { type RunFile, removeRunFile, writeRunFile } from './run-file.ts'
import { namedPorts, type Ports } from './settings.ts'
import { webhookSecret } from './webhook-secret.ts'

type Options = Readonly<{
  root: string
  ports: Ports
  /** What the user set, for the apps. */
  user: Environment
  /** Also the example shop. */
  withShop: boolean
  /** A Redis to be used instead of our own. */
  redisUrl: string | undefined
  logs: LogView
  say(line: string): void
  signal: AbortSignal
  /** Gets what stops each part as soon as it runs. They are to be called in the opposite order, also when this rejects. */
  onStop(name: string, stop: () => void | Promise<void>): void
}>

/** What now runs, and a promise of a sentence for when a part of it ends by itself. */
export type Everything = Readonly<{
  places: RunFile
  /** Who may use the console, if there was nobody before. */
  operator: NewOperator | undefined
  endedByItself: Promise<string>
}>

/** Starts servers, then apps, each when the one before is ready, and writes down where they are. */
export async function startAll(options: Options): Promise<Everything> {
  const { root, ports, user, withShop, redisUrl, say, signal, onStop } = options
  const dir = join(root, '.local', 'start')
  claimInstance(dir)
  removeRunFile(dir) // of a run that was killed: the file is there only while everything runs
  onStop('instance', () => releaseInstance(dir))
  for (const leftover of await stopLeftovers())
    say(`Stopped ${leftover}, left over from a run that was killed`)
  const givenRedis = redisUrl === undefined ? [] : (['redis'] as const)
  await refuseBusyPorts(namedPorts(ports, [...unusedPorts({ withShop, user }), ...givenRedis]))

  say('Starting PostgreSQL, Redis and the mail catcher …')
  const stack = await startStack({ root, name: 'start', ports, redisUrl, say, signal })
  onStop('stack', stack.stop)

  const { databaseUrl, redisUrl: usedRedisUrl, smtpUrl, mailUrl } = stack
  const places = {
    databaseUrl,
    redisUrl: usedRedisUrl,
    smtpUrl,
    webhookSecret: webhookSecret(dir),
    settleToken: randomBytes(24).toString('base64url'),
    ports
  }
  const running: RunningApp[] = []
  for (const app of appsFor({ withShop, user })) {
    say(`Starting ${app.name} …`)
    const one = await startApp(app, places, options)
    onStop(app.name, one.stop)
    running.push(one)
  }

  const operator = await makeOperator({ root, user, databaseUrl, signal })
  const { webhookSecret: secret } = places
  const file = {
    webhookUrl: webhookUrl(ports),
    webhookSecret: secret,
    databaseUrl,
    redisUrl: usedRedisUrl,
    smtpUrl,
    mailUrl,
    consoleUrl: consoleUrl(ports),
    ...(!hasStripeKey(user) && { twinUrl: twinUrl(ports) }),
    ...(withShop && { shopUrl: shopUrl(ports) })
  }
  writeRunFile(dir, file)
  onStop('run file', () => removeRunFile(dir))
  const serverEnded = new Promise<string>(resolve => stack.onUnexpectedEnd(resolve))
  return {
    places: file,
    operator,
    endedByItself: Promise.race([serverEnded, ...running.map(app => app.endedByItself)])
  }
}

async function startApp(
  app: App,
  places: Places,
  { root, user, logs, signal }: Options
): Promise<RunningApp> {
  const env = { ...appEnvironment(user, places), ...app.environment(places, user) }
  return await runApp({ app, root, env, show: line => logs.show(app.name, line), signal })
}
