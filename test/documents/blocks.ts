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

/** A file of the project, by its path in it. */
export const readProjectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

type Block = Readonly<{
  language: string
  text: string
  /** The file that stands, alone in its line, above the block. */
  file: string | undefined
}>

/** The code blocks of a document, in their order. */
export const blocksOf = (path: string): readonly Block[] =>
  [...readProjectFile(path).matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$/gms)].map(
    ([, file, language = '', text = '']) => ({ file, language, text })
  )

/** The texts of a document's blocks in one language. */
export const textsIn = (language: string, path: string): readonly string[] =>
  blocksOf(path)
    .filter(block => block.language === language)
    .map(({ text }) => text)

/** The commands of a document's `sh` blocks, one each; a line that ends in \ goes on in the next. Comments are left out. */
export const commandsOf = (path: string): readonly string[] =>
  textsIn('sh', path).flatMap(text =>
    text
      .replaceAll(/ *\\\n */g, ' ')
      .trim()
      .split('\n')
      .map(line => line.replace(/ +# .*$/, ''))
  )
