import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { freePort } from '../free-port.ts'
import { keepServer } from '../processes/keep-server.ts'
import { launch } from '../processes/launch.ts'
import type { OwnProcess } from '../processes/own-process.ts'
import { refuseFolderInUse, stopLeftovers } from '../processes/stop-leftovers.ts'
import type { Server } from '../server.ts'
import { createCluster, databaseName, plainEnv } from './create-cluster.ts'
import { createFamily } from './create-family.ts'
import { findPostgres } from './find-postgres.ts'
import { chooseRunAs, type RunAs } from './run-as.ts'
import { forgetStalePid } from './stale-pid.ts'

type Options = Readonly<{
  /** Folder of this server alone: its data, its password and its log. Made when missing. */
  dir: string
  port?: number | undefined
  /** Settings beside ours, such as `{ fsync: 'off' }`. */
  settings?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}>

/** Starts PostgreSQL on 127.0.0.1; a second start on the same folder finds the data of the first. */
export async function startPostgres({ dir, port: wanted, settings = {}, signal }: Options): Promise<Server> {
  const folder = resolve(dir)
  await stopLeftovers()
  refuseFolderInUse(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const programs = await findPostgres()
  const runAs = await chooseRunAs([programs.postgres, folder])
  const password = await createCluster({ folder, programs, runAs, signal })
  const port = wanted ?? (await freePort())
  const command = commandOf({ folder, postgres: programs.postgres, runAs, port, settings })
  const family = createFamily()
  return await keepServer({
    url: `postgres://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`,
    port,
    deliver: family.deliver,
    async launch() {
      await family.gone()
      forgetStalePid(join(folder, 'data'))
      const isReady = (running: OwnProcess) => saysReady(join(folder, 'data', 'postmaster.pid'), running.pid)
      return await launch(command, { isReady, deadlineMs: 60_000, signal })
    }
  })
}

type Parts = Readonly<{
  folder: string
  postgres: string
  runAs: RunAs
  port: number
  settings: Readonly<Record<string, string>>
}>

function commandOf({ folder, postgres, runAs, port, settings }: Parts) {
  const all = { ...ourSettings, port: String(port), ...settings }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [
    ...plainEnv,
    ...runAs.prefix,
    postgres,
    '-D',
    join(folder, 'data'),
    ...options
  ]
  const { uid, gid } = runAs
  const log = join(folder, 'postgres.log')
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients to leave.
  return { what: 'PostgreSQL', command, args, folder, stopSignal: 'SIGINT', uid, gid, log } as const
}

const ourSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  timezone: 'UTC',
  log_timezone: 'UTC'
}

// PostgreSQL writes its own state into the eighth line: starting, ready, stopping.
function saysReady(path: string, pid: number): boolean {
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}
