import { readFileSync } from 'node:fs'
import type { RunFile } from './find-place.ts'
import { UsageError } from './usage-error.ts'

const FIELDS = ['webhookUrl', 'webhookSecret', 'databaseUrl', 'redisUrl'] as const

/** What a running `npm start` wrote down; undefined if none runs. Throws UsageError if it is not what it should be. */
export function readRunFile(path: string): RunFile | undefined {
  const text = readIfThere(path)
  if (text === undefined) return undefined
  const content = parse(text)
  if (!isRunFile(content)) throw new UsageError(`${path} is not what \`npm start\` writes: start it again.`)
  return content
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRunFile = (content: unknown): content is RunFile =>
  typeof content === 'object' &&
  content !== null &&
  FIELDS.every(field => typeof (content as Record<string, unknown>)[field] === 'string')
