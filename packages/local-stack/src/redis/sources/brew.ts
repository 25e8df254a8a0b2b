import { join } from 'node:path'
import { runCommand } from '../../processes/run-command.ts'
import type { RedisSource } from '../redis-program.ts'
import { runsWell } from './runs-well.ts'

/** Homebrew: what it has, or else what it installs. Its background service is not started. */
export const brew: RedisSource = {
  name: 'brew',
  async find({ say, signal }) {
    const { ok, output } = await runCommand({
      command: 'brew',
      args: ['--prefix', 'redis'],
      timeoutMs: 30_000,
      signal
    })
    if (!ok) return undefined
    const command = join(output.trim(), 'bin', 'redis-server')
    if (await runsWell(command)) return { kind: 'binary', command }
    say('Redis: brew install redis')
    await runCommand({ command: 'brew', args: ['install', 'redis'], timeoutMs: 600_000, signal })
    return (await runsWell(command)) ? { kind: 'binary', command } : undefined
  }
}
