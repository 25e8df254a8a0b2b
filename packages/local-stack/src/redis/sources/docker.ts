import { runCommand } from '../../processes/run-command.ts'
import type { RedisSource } from '../redis-program.ts'

const image = 'redis:7'

/** Docker, when its engine answers and has or gets the image. */
export const docker: RedisSource = {
  name: 'Docker',
  async find({ say, signal }) {
    const run = async (args: readonly string[], timeoutMs: number) =>
      (await runCommand({ command: 'docker', args, timeoutMs, signal })).ok
    if (!(await run(['version', '--format', '{{.Server.Version}}'], 5_000))) return undefined
    if (await run(['image', 'inspect', image], 10_000)) return { kind: 'docker', image }
    say(`Redis: pulling ${image}`)
    return (await run(['pull', '--quiet', image], 180_000)) ? { kind: 'docker', image } : undefined
  }
}
