import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Environment } from './app-environment.ts'

/** What the user's `.env` in this folder sets; nothing when there is none. */
export function readDotEnv(root: string): Environment {
  try {
    return parseEnv(readFileSync(join(root, '.env'), 'utf8'))
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`.env cannot be read: ${(err as Error).message}`, { cause: err })
  }
}
