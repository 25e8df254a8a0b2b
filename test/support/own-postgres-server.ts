import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { startPostgres } from '@paidonce/local-stack/postgres/start-postgres'
import type { Server } from '@paidonce/local-stack/server'

/** A PostgreSQL that one test may halt and kill. */
export async function ownPostgresServer(t: TestContext): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), 'paidonce-postgres-'))
  const server = await startPostgres({ dir })
  t.after(async () => {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  })
  return server
}
