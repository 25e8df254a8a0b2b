import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'

const MIGRATIONS = fileURLToPath(new URL('../migrations/*.sql', import.meta.url))

/**
 * Brings the schema up to date. Any number of processes may call it at once: one works, the others wait for it.
 * Throws when a migration fails, and then none of that migration is left.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const done = await runner({
    databaseUrl,
    dir: MIGRATIONS,
    useGlob: true,
    direction: 'up',
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => undefined
  })
  return done.map(({ name }) => name)
}
