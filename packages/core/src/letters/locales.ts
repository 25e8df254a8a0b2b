import { en } from './locales/en.ts'
import { vi } from './locales/vi.ts'
import type { Phrases } from './phrases.ts'

/** The languages letters are written in, by BCP 47 tag. A new one is a file in locales/ and a line here. */
export const LOCALES = { en, vi } satisfies Record<string, Phrases>

export type Locale = keyof typeof LOCALES
