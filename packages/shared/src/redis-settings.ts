import { SpeakingError } from './describe-error.ts'

/** What of an ioredis connection is needed here. */
type Connection = Readonly<{
  info: () => Promise<string>
  on: (event: 'ready', listener: () => void) => unknown
}>

type Ports = Readonly<{
  /** This Redis would lose what was accepted: not to be used. */
  onRefused: (error: UnfitRedis) => void
  onWarning: (text: string) => void
  onError: (error: Error) => void
}>

/** Looks at the server's own settings whenever a connection is made: a failover can lead to another server. */
export function checkRedisSettings(redis: Connection, { onRefused, onWarning, onError }: Ports): void {
  const check = async () => {
    const { refusal, warning } = judgeRedis(await redis.info())
    if (refusal !== undefined) onRefused(new UnfitRedis(refusal))
    else if (warning !== undefined) onWarning(warning)
  }
  redis.on('ready', () => void check().catch(onError))
}

type Judgement = Readonly<{ refusal?: string; warning?: string }>

/** A full Redis never drains: the workers that would empty it need memory too. Above this part of it nothing is taken. */
export const MEMORY_LIMIT = 0.7

/** A field of Redis's own report (INFO). */
export const infoField = (info: string, name: string): string | undefined =>
  info.match(new RegExp(`^${name}:(.+?)\\r?$`, 'm'))?.[1]

/** By Redis's own report (INFO memory). `maxmemory` 0 is "no limit". */
export function isRoomy(info: string): boolean {
  const field = (name: string) => Number(infoField(info, name) ?? 0)
  const limit = field('maxmemory')
  return limit === 0 || field('used_memory') < limit * MEMORY_LIMIT
}

/** 6.2, the oldest Redis that has the commands BullMQ uses. */
const OLDEST = 6.02

/** By Redis's own report (INFO). What it does not say is not held against it: some hosts hide a part. */
export function judgeRedis(info: string): Judgement {
  const field = (name: string) => infoField(info, name)

  const version = field('redis_version')?.match(/^(\d+)\.(\d+)/)
  if (version && Number(version[1]) + Number(version[2]) / 100 < OLDEST) {
    return { refusal: `Redis ${version[0]} is too old: use 6.2 or newer` }
  }
  const policy = field('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction') {
    return {
      refusal: `Redis may throw accepted events away (maxmemory-policy ${policy}): set maxmemory-policy noeviction`
    }
  }
  if (field('aof_enabled') === '0') {
    return {
      warning:
        'Redis keeps accepted events in memory only (appendonly no): set appendonly yes, or a restart of Redis loses them'
    }
  }
  return {}
}

/** Start with another Redis, or with other settings of this one. */
export class UnfitRedis extends SpeakingError {
  override readonly name = 'UnfitRedis'
  readonly code = 'UNFIT_REDIS'
}
