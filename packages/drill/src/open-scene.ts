import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { startPostgres } from '@paidonce/local-stack/postgres/start-postgres'
import { startBalancer } from './balancer/start-balancer.ts'
import { startIngest, startWorker } from './fleet/start-fleet.ts'
import { sweeping } from './fleet/sweeping.ts'
import { openPostOffice } from './mail/post-office.ts'
import type { Wishes } from './options/read-arguments.ts'
import { openSeat } from './redis/open-seat.ts'
import { openShop } from './redis/shop.ts'
import { openWarden } from './redis/warden.ts'
import { openTwin } from './twin/open-twin.ts'

const INGESTS = 3
const WORKERS = 3

type SceneOptions = Readonly<{
  wishes: Pick<Wishes, 'orders' | 'minutes' | 'hasKey'>
  dir: string
  say: (line: string) => void
  signal: AbortSignal
  /** Gets what stops each part as soon as it runs. */
  onStop: (name: string, stop: () => void | Promise<void>) => void
}>

export type Scene = Awaited<ReturnType<typeof openScene>>

/** Servers of the drill's own, several ingests behind a balancer, several workers, and a shop that listens. */
export async function openScene({ wishes, dir, say, signal, onStop }: SceneOptions) {
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), signal })
  onStop('PostgreSQL', postgres.stop)
  const redis = await openSeat({ dir, say, signal, onStop })
  const mail = await openPostOffice()
  onStop('mail', mail.stop)
  const warden = openWarden(redis.url)
  onStop('warden', warden.close)

  const webhookSecret = `whsec_${randomBytes(24).toString('base64url')}`
  const places = {
    dir,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    redisPort: redis.port,
    smtpUrl: mail.smtpUrl,
    webhookSecret
  }
  const ingests = await Promise.all(
    numbered('ingest', INGESTS).map(name => startIngest(name, places, onStop))
  )
  const balancer = await startBalancer(ingests)
  onStop('balancer', balancer.close)
  const target = { url: balancer.url, secret: webhookSecret }
  const twin = wishes.hasKey ? await openTwin(target, wishes.orders) : undefined
  if (twin !== undefined) onStop('twin', twin.stop)
  const key = twin === undefined ? {} : sweeping(twin.url, wishes.minutes)
  const workers = await Promise.all(
    numbered('worker', WORKERS).map(name => startWorker(name, { ...places, key }, onStop))
  )
  const programs = [...ingests, ...workers]
  for (const program of programs) {
    if (!(await program.becomesReady(signal))) throw new Error(`${program.name} does not start: see ${dir}`)
  }
  // Together, and each once more by itself should one of them not have come so far.
  onStop('programs', async () => void (await Promise.all(programs.map(program => program.stop()))))
  const shop = openShop(redis.url)
  onStop('shop', shop.close)

  return {
    postgres,
    redis,
    twin,
    mail,
    warden,
    ingests,
    workers,
    programs,
    shop,
    target
  }
}

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`)
