import { readFileSync } from 'node:fs'
import { UsageError } from '../trigger/usage-error.ts'
import { findEventFiles } from './find-event-files.ts'
import { type EventText, readEvents } from './read-events.ts'

/** How many problems are told at once. */
const TOLD = 10

/** Every event in these files and folders, in name order. Throws UsageError if a file is none of events: then none is sent. */
export function readEventFiles(
  paths: readonly string[]
): Readonly<{ files: number; events: readonly EventText[] }> {
  const files = findEventFiles(paths)
  const contents = files.map(file => ({ file, ...readEvents(readText(file)) }))
  const problems = contents.flatMap(({ file, problems }) => problems.map(problem => `${file} ${problem}`))
  if (problems.length > 0) throw new UsageError(sentenceOf(problems))
  return { files: files.length, events: contents.flatMap(({ events }) => events) }
}

function sentenceOf(problems: readonly string[]): string {
  const more = problems.length > TOLD ? [`and ${problems.length - TOLD} more`] : []
  return ['Nothing was sent:', ...problems.slice(0, TOLD), ...more].join('\n  ')
}

function readText(file: string): string {
  try {
    // A byte order mark is an editor's; Stripe sends none, and a receiver must refuse it.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'no reason given'}.`
    )
  }
}
