import type { ServerReport } from '@paidonce/ledger/doctor/look-at-server'
import { about, type Finding } from '../finding.ts'
import { counted, some } from '../words.ts'

const { ok, warning, problem } = about('PostgreSQL')

const OLDEST = 16
/** A worker uses so many; one more for people. */
const OF_A_WORKER = 10

export function judgePostgres(report: ServerReport): Finding[] {
  return [judgeServer(report), judgeDurability(report), judgeConnections(report), judgeMigrations(report)]
}

function judgeServer({ version, isReplica }: ServerReport): Finding {
  if (isReplica)
    return problem(
      'This PostgreSQL is a replica: nothing can be written.',
      'Let DATABASE_URL name the primary.'
    )
  return Number.parseInt(version, 10) < OLDEST
    ? problem(`PostgreSQL ${version} is too old.`, `Use ${OLDEST} or newer.`)
    : ok(`PostgreSQL ${version}.`)
}

function judgeDurability({ settings }: ServerReport): Finding {
  const off = Object.entries(settings).flatMap(([name, value]) => (value === 'off' ? [name] : []))
  return off.length === 0
    ? ok('What is committed is on disk (fsync, full_page_writes and synchronous_commit are on).')
    : problem(
        `${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off: what is finished may be lost in a power cut.`,
        'Switch on what is off. A fulfilment that is lost may be made twice.'
      )
}

function judgeConnections({ connections, mostConnections }: ServerReport): Finding {
  const free = mostConnections - connections
  const says = `${connections} of ${mostConnections} connections are in use.`
  return free < OF_A_WORKER
    ? warning(says, `A worker uses about ${OF_A_WORKER}: raise max_connections before you start one more.`)
    : ok(says)
}

function judgeMigrations({ applied, known }: ServerReport): Finding {
  const missing = known.filter(name => !applied.includes(name))
  const newer = applied.filter(name => !known.includes(name))
  if (missing.length > 0)
    return problem(
      `${counted(missing.length, 'migration')} of ${known.length} not applied: ${some(missing)}.`,
      'Start a worker of this release: it brings the tables up to date.'
    )
  return newer.length > 0
    ? warning(
        `A newer release has made ${counted(newer.length, 'migration')} that this one does not know: ${some(newer)}.`,
        'Upgrade what is still of this release.'
      )
    : ok(`All ${known.length} migrations are applied.`)
}
