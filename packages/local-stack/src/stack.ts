import { join } from 'node:path'
import { claimInstance, releaseInstance } from './instance/claim-instance.ts'
import { type Mail, startMail } from './mail/start-mail.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { checkGiven } from './redis/check-given.ts'
import { startRedis } from './redis/start-redis.ts'
import type { Server } from './server.ts'

export type StackPorts = Readonly<{ postgres?: number; redis?: number; smtp?: number; mail?: number }>

export type Stack = Readonly<{
  name: string
  dir: string
  databaseUrl: string
  redisUrl: string
  smtpUrl: string
  mailUrl: string
  mail: Mail
  /** Stops all of it, the last started first. The data stays in `dir`. */
  stop(): Promise<void>
  /** Calls back once when a server ends that nobody asked to. */
  onUnexpectedEnd(listener: (sentence: string) => void): void
}>

type Options = Readonly<{
  /** The project's folder: the stack lives in `<root>/.local/<name>/`. */
  root: string
  name: string
  /** Free ones when not given. */
  ports?: StackPorts
  /** A Redis that runs already, to be used instead of one of our own. */
  redisUrl?: string | undefined
  say?: (line: string) => void
  signal?: AbortSignal | undefined
}>

/**
 * Starts PostgreSQL, Redis and the mail catcher. When one fails to start, those before it are stopped again. Throws when a
 * living process runs the stack of this name.
 */
export async function startStack(options: Options): Promise<Stack> {
  const { root, name, ports = {}, redisUrl, say, signal } = options
  const dir = join(root, '.local', name)
  if (redisUrl !== undefined) await checkGiven(redisUrl)
  claimInstance(dir)
  const started: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop()
    releaseInstance(dir)
  }
  const open = async <T extends { stop(): Promise<void> }>(start: Promise<T>): Promise<T> => {
    const part = await start
    started.push(part)
    return part
  }
  try {
    const postgres = await open(startPostgres({ dir: join(dir, 'postgres'), port: ports.postgres, signal }))
    const redis =
      redisUrl === undefined
        ? await open(startRedis({ dir: join(dir, 'redis'), port: ports.redis, signal, ...(say && { say }) }))
        : undefined
    const mail = await open(startMail({ ...pick('smtpPort', ports.smtp), ...pick('webPort', ports.mail) }))
    return {
      name,
      dir,
      databaseUrl: postgres.url,
      redisUrl: redis?.url ?? redisUrl ?? '',
      smtpUrl: mail.smtpUrl,
      mailUrl: mail.mailUrl,
      mail,
      stop,
      onUnexpectedEnd: listener => watch({ postgres, redis }, dir, listener)
    }
  } catch (err) {
    await stop()
    throw err
  }
}

const pick = <Name extends string>(name: Name, port: number | undefined) =>
  (port === undefined ? {} : { [name]: port }) as Partial<Record<Name, number>>

type Servers = Readonly<{ postgres: Server; redis: Server | undefined }>

function watch({ postgres, redis }: Servers, dir: string, listener: (sentence: string) => void): void {
  postgres.onUnexpectedEnd(how =>
    listener(`PostgreSQL ended by itself (${how}), see ${join(dir, 'postgres', 'postgres.log')}`)
  )
  redis?.onUnexpectedEnd(how =>
    listener(`Redis ended by itself (${how}), see ${join(dir, 'redis', 'redis.log')}`)
  )
}
