import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/sources.ts'

/** The rows of the table under a heading of a document, as their cells, without its head. */
export function tableRows(document: string, heading: string): string[][] {
  const text = readFileSync(join(ROOT, document), 'utf8')
  const section = text.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | ')).slice(2)
}
