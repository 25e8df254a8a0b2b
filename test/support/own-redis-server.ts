import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { startRedis } from '@paidonce/local-stack/redis/start-redis'
import type { Server } from '@paidonce/local-stack/server'

/** A Redis that one test may halt, kill and reconfigure. */
export async function ownRedisServer(
  t: TestContext,
  options: Readonly<{ port?: number; args?: readonly string[] }> = {}
): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), 'paidonce-redis-'))
  const server = await startRedis({ dir, ...options })
  t.after(async () => {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  })
  return server
}
