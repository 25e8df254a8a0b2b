import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '@paidonce/local-stack/free-port'
import { startPostgresProxy } from '../proxies/postgres-proxy.ts'
import { startRedisProxy } from '../proxies/redis-proxy.ts'
import { startSmtpProxy } from '../proxies/smtp-proxy.ts'
import { type Program, startProgram } from './program.ts'

/** Where the servers are, and what the programs are told. */
export type Places = Readonly<{
  dir: string
  databaseUrl: string
  redisUrl: string
  /** The port of the Redis that serves now. */
  redisPort: () => number
  smtpUrl: string
  webhookSecret: string
}>

type WorkerPlaces = Places &
  Readonly<{
    /** What a worker is told that has a key of Stripe; nothing otherwise. */
    key: Readonly<Record<string, string>>
  }>

type Proxied = Readonly<{ redis: Awaited<ReturnType<typeof startRedisProxy>> }>

export type Ingest = Program & Proxied & Readonly<{ port: number; stepClock: (ms: number) => void }>
export type Worker = Program &
  Proxied &
  Readonly<{
    postgres: Awaited<ReturnType<typeof startPostgresProxy>>
    smtp: Awaited<ReturnType<typeof startSmtpProxy>>
    stepClock: (ms: number) => void
  }>

/** Long enough for a balancer to look away. */
const DRAIN_MS = 1_500

type OnStop = (name: string, stop: () => void | Promise<void>) => void

export async function startIngest(name: string, places: Places, onStop: OnStop): Promise<Ingest> {
  const redis = await startRedisProxy(places.redisPort)
  onStop(`${name}'s proxy`, redis.close)
  const [port, healthPort] = [await freePort(), await freePort()]
  const clock = createClock(places.dir, name)
  const program = await startProgram({
    name,
    app: 'ingest',
    healthPort,
    dir: places.dir,
    env: {
      ...COMMON,
      ...clock.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
      DRAIN_MS: String(DRAIN_MS),
      STRIPE_WEBHOOK_SECRET: places.webhookSecret,
      REDIS_URL: through(places.redisUrl, redis.port)
    }
  })
  onStop(name, program.stop)
  return { ...program, port, redis, stepClock: clock.step }
}

export async function startWorker(name: string, places: WorkerPlaces, onStop: OnStop): Promise<Worker> {
  const redis = await startRedisProxy(places.redisPort)
  const postgres = await startPostgresProxy(() => portOf(places.databaseUrl))
  const smtp = await startSmtpProxy(() => portOf(places.smtpUrl))
  for (const proxy of [redis, postgres, smtp]) onStop(`${name}'s proxies`, proxy.close)
  const healthPort = await freePort()
  const clock = createClock(places.dir, name)
  const program = await startProgram({
    name,
    app: 'worker',
    healthPort,
    dir: places.dir,
    env: {
      ...COMMON,
      ...clock.env,
      ...places.key,
      HEALTH_PORT: String(healthPort),
      STUCK_AFTER: '30s',
      DECLINED_LETTER_AFTER: '2s',
      MAIL_FROM: 'Drill <shop@example.com>',
      REDIS_URL: through(places.redisUrl, redis.port),
      DATABASE_URL: through(places.databaseUrl, postgres.port),
      SMTP_URL: through(places.smtpUrl, smtp.port)
    }
  })
  onStop(name, program.stop)
  return { ...program, redis, postgres, smtp, stepClock: clock.step }
}

const COMMON = { STRIPE_MODE: 'test', LOG_LEVEL: 'warn' }

const portOf = (url: string) => Number(new URL(url).port)

function through(url: string, port: number): string {
  const address = new URL(url)
  address.port = String(port)
  return address.href
}

/** The program's clock is the machine's, and what its file says more. */
function createClock(dir: string, name: string) {
  const file = join(dir, `${name}.clock`)
  const step = (ms: number) => writeFileSync(file, String(ms))
  step(0)
  const preload = new URL('../clock/step-clock.js', import.meta.url)
  preload.search = encodeURIComponent(pathToFileURL(file).pathname)
  return { step, env: { NODE_OPTIONS: `--import=${preload.href}` } }
}
