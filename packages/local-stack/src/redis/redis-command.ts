import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../processes/own-process.ts'
import { redisConfig } from './redis-config.ts'
import { redisEnv } from './redis-env.ts'
import type { RedisProgram } from './redis-program.ts'

type Parts = Readonly<{ program: RedisProgram; folder: string; port: number; args: readonly string[] }>

/** Writes the configuration file into the folder and gives the command that runs the server there. */
export function redisCommand({ program, folder, port, args }: Parts): Command & { log: string } {
  const isDocker = program.kind === 'docker'
  const where = isDocker ? { bind: '0.0.0.0', port: 6379 } : { bind: '127.0.0.1', port }
  writeFileSync(join(folder, 'redis.conf'), redisConfig(where))
  const common = { what: 'Redis', folder, stopSignal: 'SIGTERM', log: join(folder, 'redis.log') } as const
  if (program.kind === 'docker') {
    return {
      ...common,
      command: 'docker',
      args: [...containerArgs({ image: program.image, folder, port }), ...args]
    }
  }
  const [command = '', ...rest] = [...redisEnv(program.libraries), program.command, 'redis.conf', ...args]
  return { ...common, command, args: rest }
}

/** The container's name follows from the folder, so that a later run finds the one of an earlier run. */
export function containerName(folder: string): string {
  return `paidonce-redis-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
}

function containerArgs({
  image,
  folder,
  port
}: Readonly<{ image: string; folder: string; port: number }>): string[] {
  const user =
    process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`]
  const run = ['run', '--rm', '--name', containerName(folder), ...user]
  const mounts = ['--publish', `127.0.0.1:${port}:6379`, '--volume', `${folder}:/data`, '--workdir', '/data']
  return [...run, ...mounts, image, 'redis-server', 'redis.conf']
}
