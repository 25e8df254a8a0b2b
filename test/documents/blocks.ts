import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/sources.ts'

/** Every document of the project, by its path. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter(name => name.endsWith('.md')),
  ...['docs', 'examples'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md') && !name.includes('node_modules'))
      .map(name => `${folder}/${name}`)
  )
]

export const readDocument = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** What stands in the fenced blocks of a language, each block a text. */
export const blocksOf = (path: string, language: string): string[] =>
  [...readDocument(path).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text)

/** The commands of a document's `sh` blocks, one each; a line that ends in \ goes on in the next. Comments are left out. */
export const commandsOf = (path: string): string[] =>
  blocksOf(path, 'sh').flatMap(text =>
    text
      .replaceAll(/ *\\\n */g, ' ')
      .trim()
      .split('\n')
      .map(line => line.replace(/ +# .*$/, ''))
  )
