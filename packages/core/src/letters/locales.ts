import { phrases as en } from './locales/en.ts'
import { phrases as vi } from './locales/vi.ts'
import type { Phrases } from './phrases.ts'

/** The languages letters are written in, by BCP 47 tag. Listed from the files of locales/ by `npm run letters:languages`. */
export const LOCALES = { en, vi } satisfies Record<string, Phrases>

export type Locale = keyof typeof LOCALES
