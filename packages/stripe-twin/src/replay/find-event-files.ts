import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../trigger/usage-error.ts'

const ENDINGS = /\.(json|jsonl|ndjson)$/

/**
 * The event files that these paths name, a folder's in the order of their names, those of folders within included. A file named
 * itself may have any ending. Throws UsageError.
 */
export const findEventFiles = (paths: readonly string[]): string[] => paths.flatMap(filesAt)

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(`There is no ${path}.`)
  if (!found.isDirectory()) return [path]

  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => ENDINGS.test(name))
  if (files.length === 0)
    throw new UsageError(`${path} holds no event file: they end in .json, .jsonl or .ndjson.`)
  return files.sort().map(name => join(path, name))
}
