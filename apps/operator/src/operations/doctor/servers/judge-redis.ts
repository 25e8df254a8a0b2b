import { infoField, judgeRedis, MEMORY_LIMIT } from '@paidonce/shared/redis-settings'
import { about, type Finding } from '../finding.ts'

const { ok, warning, problem } = about('Redis')

/** Redis's own report (INFO). `appendfsync` is undefined where a host does not tell it. */
export type RedisReport = Readonly<{ info: string; appendfsync: string | undefined }>

export function judgeRedisServer({ info, appendfsync }: RedisReport): Finding[] {
  return [judgeSettings(info), ...judgeRole(info), ...judgeFsync(info, appendfsync), judgeMemory(info)]
}

function judgeSettings(info: string): Finding {
  const { refusal, warning: caution } = judgeRedis(info)
  const [says = '', todo = ''] = (refusal ?? caution ?? '').split(/: (?=[^:]*$)/)
  if (refusal !== undefined) return problem(`${says}.`, `${capital(todo)}. Neither ingest nor worker starts.`)
  if (caution !== undefined) return warning(`${says}.`, `${capital(todo)}.`)
  const version = infoField(info, 'redis_version') ?? 'of unknown version'
  return ok(`Redis ${version} evicts nothing and writes what it is told to its append-only file.`)
}

const judgeRole = (info: string): Finding[] =>
  infoField(info, 'role') === 'slave'
    ? [problem('This Redis is a replica: nothing can be queued.', 'Let REDIS_URL name the primary.')]
    : []

function judgeFsync(info: string, appendfsync: string | undefined): Finding[] {
  if (appendfsync === undefined || infoField(info, 'aof_enabled') !== '1') return []
  if (appendfsync === 'always')
    return [ok('Each accepted event is on disk before it is answered (appendfsync always).')]
  return appendfsync === 'everysec'
    ? [ok('A power cut may lose the last second or two of accepted events (appendfsync everysec).')]
    : [
        warning(
          'A power cut may lose half a minute of accepted events (appendfsync no).',
          'Set appendfsync always, or everysec: see docs/going-live.md.'
        )
      ]
}

function judgeMemory(info: string): Finding {
  const used = Number(infoField(info, 'used_memory') ?? 0)
  const limit = Number(infoField(info, 'maxmemory') ?? 0)
  if (limit === 0)
    return warning(
      `Redis uses ${mib(used)}, and may take all memory there is (maxmemory 0).`,
      'Set maxmemory below the machine’s memory: then the ingest sends events back in time.'
    )
  const percent = Math.round((used / limit) * 100)
  const says = `${percent} % of Redis’s memory is used (${mib(used)} of ${mib(limit)}).`
  if (used >= limit * MEMORY_LIMIT)
    return problem(says, 'The ingest answers 503. See that workers work, or give Redis more memory.')
  return used >= limit * (MEMORY_LIMIT - 0.2)
    ? warning(
        says,
        `At ${MEMORY_LIMIT * 100} % the ingest answers 503. See that workers work, or give Redis more.`
      )
    : ok(says)
}

const mib = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MiB`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
