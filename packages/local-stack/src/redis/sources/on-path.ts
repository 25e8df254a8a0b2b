import { runCommand } from '../../processes/run-command.ts'
import type { RedisSource } from '../redis-program.ts'
import { runsWell } from './runs-well.ts'

/** What is installed already. */
export const onPath: RedisSource = {
  name: 'PATH',
  async find() {
    for (const name of ['redis-server', 'valkey-server']) {
      const { ok, output } = await runCommand({ command: 'sh', args: ['-c', `command -v ${name}`] })
      if (ok && (await runsWell(output.trim()))) return { kind: 'binary', command: output.trim() }
    }
    return undefined
  }
}
