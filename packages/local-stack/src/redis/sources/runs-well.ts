import { runCommand } from '../../processes/run-command.ts'
import { redisEnv } from '../redis-env.ts'

// BullMQ asks for 6.2; Ubuntu 20.04 and 22.04 bring 5.0 and 6.0.
const lowest = [6, 2] as const

/** Whether this program starts at all, with these libraries, and is new enough. */
export async function runsWell(command: string, libraries?: string): Promise<boolean> {
  const [program = '', ...args] = [...redisEnv(libraries), command, '--version']
  const { ok, output } = await runCommand({ command: program, args, timeoutMs: 10_000 })
  return ok && isNewEnough(output)
}

/** Reads what `redis-server --version` prints: "Redis server v=7.0.15 sha=…". */
export function isNewEnough(versionLine: string): boolean {
  const [, major = 0, minor = 0] = (versionLine.match(/\bv=(\d+)\.(\d+)/) ?? []).map(Number)
  return major > lowest[0] || (major === lowest[0] && minor >= lowest[1])
}
