import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the sources of letters lie: their layout and their languages. Seen from `packages/letters-workshop/dist/`. */
export const LETTERS_FOLDER = fileURLToPath(new URL('../../core/src/letters', import.meta.url))

export const LAYOUT_SOURCE = join(LETTERS_FOLDER, 'layout.mjml')
export const LAYOUT_MODULE = join(LETTERS_FOLDER, 'layout.ts')
export const LOCALES_FOLDER = join(LETTERS_FOLDER, 'locales')
export const LOCALES_MODULE = join(LETTERS_FOLDER, 'locales.ts')
