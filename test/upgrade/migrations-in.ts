import { readdirSync } from 'node:fs'

/** Names of the migrations in a folder, in the order in which they run. */
export const migrationsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .map(file => file.slice(0, -'.sql'.length))
    .sort()
