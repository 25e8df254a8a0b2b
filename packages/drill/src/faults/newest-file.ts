import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** As they stand in the file. */
export const EVENT_ID = /evt_[A-Za-z0-9_]+/g

/** Redis 7 writes into a numbered file of a folder, older releases into one file. */
export function newestFile(dir: string): string {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(name => /\.aof$/.test(name))
  const newest = names.sort((a, b) => numberIn(a) - numberIn(b)).at(-1)
  if (newest === undefined) throw new Error(`Redis has no append-only file below ${dir}`)
  return join(dir, newest)
}

const numberIn = (name: string) => Number(name.match(/\.(\d+)\.incr/)?.[1] ?? 0)
