import { LOCALES, type Locale } from './locales.ts'

/**
 * The language to write to a buyer in. `wanted` is the `locale` of Stripe's session: null and 'auto' say nothing,
 * 'en-GB' is English; a language we do not have gives `fallback`.
 */
export function localeOf(wanted: string | null, fallback: Locale): Locale {
  if (wanted === null) return fallback
  const language = wanted.split('-', 1)[0]?.toLowerCase() ?? ''
  return [wanted, language].find(isLocale) ?? fallback
}

export const isLocale = (tag: string): tag is Locale => Object.hasOwn(LOCALES, tag)
