import { DEFAULT_COLOUR, isColour } from './colours.ts'
import type { ShopRules } from './letter-content.ts'
import { isLocale } from './locale-of.ts'
import type { Locale } from './locales.ts'

/** What the settings of letters are checked by. */
export const LETTER_KNOWLEDGE = {
  isColour,
  defaultColour: DEFAULT_COLOUR,
  isLocale,
  defaultLocale: 'en'
} as const

type LetterSettings = Readonly<{
  MAIL_FROM?: string | undefined
  SHOP_NAME?: string | undefined
  SHOP_COLOR: string
  SHOP_LOGO_URL?: string | undefined
  ORDER_URL?: string | undefined
  DEFAULT_LOCALE: Locale
}>

/** The shop's own name, else that of the sender of its letters. */
export const shopRules = (settings: LetterSettings): ShopRules => ({
  shopName: settings.SHOP_NAME ?? nameOf(settings.MAIL_FROM ?? ''),
  shopColour: settings.SHOP_COLOR,
  shopLogo: settings.SHOP_LOGO_URL ?? null,
  orderUrlTemplate: settings.ORDER_URL ?? null,
  defaultLocale: settings.DEFAULT_LOCALE
})

/** "Demo Shop <shop@example.com>" → Demo Shop; a bare address stands for itself. */
const nameOf = (sender: string) => sender.replace(/\s*<.*$/, '').trim() || sender.replace(/[<>]/g, '')
