import { firstFound } from '../first-found.ts'
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
  return await firstFound({
    options,
    sources,
    none: tried =>
      `No Chromium was found to take pictures with (tried: ${tried}): install chromium or Chrome, or name one with CHROME_PATH=/path/to/chrome`
  })
}
