import { firstFound } from '../first-found.ts'
import type { Find, RedisProgram, RedisSource } from './redis-program.ts'
import { apt } from './sources/apt.ts'
import { brew } from './sources/brew.ts'
import { docker } from './sources/docker.ts'
import { fetched } from './sources/fetched.ts'
import { onPath } from './sources/on-path.ts'

/** In this order: what is there before what must be fetched, what leaves the machine as it is before what changes it. */
export const redisSources: readonly RedisSource[] = [onPath, fetched, docker, apt, brew]

/** The first Redis that a source has. Throws one sentence saying what to do when none has. */
export async function findRedis(
  options: Find,
  sources: readonly RedisSource[] = redisSources
): Promise<RedisProgram> {
  return await firstFound({
    options,
    sources,
    none: tried =>
      `No Redis 6.2 or newer was found (tried: ${tried}): install redis-server, start Docker, or name a server with REDIS_URL=redis://host:port npm start`
  })
}
