import { readFileSync } from 'node:fs'

/** The last lines of a log, indented, for an error message; says so when there is none. */
export function lastLines(path: string, count = 8): string {
  try {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count)
    return lines.map(line => `    ${line}`).join('\n')
  } catch {
    return '    (its log is empty)'
  }
}
