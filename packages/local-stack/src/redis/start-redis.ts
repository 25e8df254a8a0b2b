import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { freePort } from '../free-port.ts'
import { keepServer } from '../processes/keep-server.ts'
import { launch } from '../processes/launch.ts'
import type { OwnProcess } from '../processes/own-process.ts'
import { runCommand } from '../processes/run-command.ts'
import { refuseFolderInUse, stopLeftovers } from '../processes/stop-leftovers.ts'
import { projectRoot } from '../project-root.ts'
import type { Server } from '../server.ts'
import { answers } from './answers.ts'
import { findRedis } from './find-redis.ts'
import { containerName, redisCommand } from './redis-command.ts'

type Options = Readonly<{
  /** Folder of this server alone: its data and its log. Made when missing. */
  dir: string
  port?: number | undefined
  /** Arguments after ours, such as `['--maxmemory', '32mb']`; the last one said holds. */
  args?: readonly string[]
  say?: (line: string) => void
  signal?: AbortSignal | undefined
}>

/** Starts Redis on 127.0.0.1, fetching it first when this machine has none; a second start finds the data of the first. */
export async function startRedis({
  dir,
  port: wanted,
  args = [],
  say = () => {},
  signal
}: Options): Promise<Server> {
  const folder = resolve(dir)
  await stopLeftovers()
  refuseFolderInUse(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const cache = join(projectRoot, '.local', 'redis')
  const program = await findRedis({ cache, say, signal })
  const port = wanted ?? (await freePort())
  const command = redisCommand({ program, folder, port, args })
  const isDocker = program.kind === 'docker'
  const container = containerName(folder)
  return await keepServer({
    url: `redis://127.0.0.1:${port}`,
    port,
    ...(isDocker ? { deliver: signalContainer(container) } : {}),
    async launch() {
      if (isDocker) await runCommand({ command: 'docker', args: ['rm', '--force', container] })
      return await launch(command, { isReady: async () => await answers(port), deadlineMs: 60_000, signal })
    }
  })
}

// A signal to the docker command would reach the command alone.
function signalContainer(container: string) {
  return (_running: OwnProcess, signal: NodeJS.Signals) =>
    void runCommand({ command: 'docker', args: ['kill', '--signal', signal, container] })
}
