import type { BrowserProgram, BrowserSource, FindBrowser } from './browser-program.ts'
import { fetched } from './sources/fetched.ts'
import { named } from './sources/named.ts'
import { onPath } from './sources/on-path.ts'

/** In this order: what the user wants, what is there, what must be fetched. */
export const browserSources: readonly BrowserSource[] = [named, onPath, fetched]

/** The first browser that a source has. Throws an Error with one sentence saying what to do when none has. */
export async function findBrowser(
  options: FindBrowser,
  sources: readonly BrowserSource[] = browserSources
): Promise<BrowserProgram> {
  for (const source of sources) {
    options.signal?.throwIfAborted()
    const program = await source.find(options)
    if (program !== undefined) return program
  }
  const tried = sources.map(source => source.name).join(', ')
  throw new Error(
    `No Chromium was found to take pictures with (tried: ${tried}): install chromium or Chrome, or name one with CHROME_PATH=/path/to/chrome`
  )
}
