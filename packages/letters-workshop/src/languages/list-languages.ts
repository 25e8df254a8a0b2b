import { readdirSync } from 'node:fs'

/** The tags of the languages whose files lie in a folder, sorted. Throws an Error for a file that is named after none. */
export function listLanguages(folder: string): string[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return files
    .map(name => {
      const tag = name.slice(0, -'.ts'.length)
      if (isTag(tag)) return tag
      throw new Error(
        `locales/${name} is not named after a language: name it fr.ts or pt-BR.ts, by its BCP 47 tag`
      )
    })
    .sort()
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}
