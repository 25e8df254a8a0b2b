import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../support/sources.ts'

export const readProjectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

type Block = Readonly<{
  language: string
  text: string
  /** The file that stands, alone in its line, above the block. */
  file: string | undefined
}>

/** The code blocks of a Markdown text, in their order. */
export const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$/gms)].map(
    ([, file, language = '', text = '']) => ({
      file,
      language,
      text
    })
  )

/** The commands of its `sh` blocks, a line each; a line that ends in \ goes on in the next. */
export const commandsOf = (markdown: string): readonly string[] =>
  blocksOf(markdown)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) =>
      text
        .replaceAll(/ *\\\n */g, ' ')
        .trim()
        .split('\n')
    )
