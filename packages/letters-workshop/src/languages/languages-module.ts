/** The file that lists the languages for the compiler, so that their types are known without anything being loaded at run time. */
export const languagesModule = (tags: readonly string[]): string => `${tags
  .map(tag => `import { phrases as ${nameOf(tag)} } from './locales/${tag}.ts'`)
  .join('\n')}
import type { Phrases } from './phrases.ts'

/** The languages letters are written in, by BCP 47 tag. Listed from the files of locales/ by \`npm run letters:languages\`. */
export const LOCALES = { ${tags.map(entryOf).join(', ')} } satisfies Record<string, Phrases>

export type Locale = keyof typeof LOCALES
`

const nameOf = (tag: string) => tag.replaceAll('-', '')
const entryOf = (tag: string) => (nameOf(tag) === tag ? tag : `'${tag}': ${nameOf(tag)}`)
