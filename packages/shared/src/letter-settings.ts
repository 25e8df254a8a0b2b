import { z } from 'zod'

/** An address, or a name and an address: who sends. */
export const sender = z
  .string()
  .regex(/^[^<>@]*<?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address, or a name and <an address>')

/** What is known of letters where they are written. */
type Known<Locale extends string> = Readonly<{
  isColour: (text: string) => boolean
  defaultColour: string
  isLocale: (text: string) => text is Locale
  defaultLocale: Locale
}>

/** The settings that decide what letters look like: the same where they are sent and where they are shown. */
export const letterSettings = <Locale extends string>(known: Known<Locale>) => ({
  SHOP_NAME: z.string().optional(),
  SHOP_COLOR: z
    .string()
    .refine(known.isColour, 'must be a colour such as #1d4ed8')
    .default(known.defaultColour),
  SHOP_LOGO_URL: z.url({ protocol: /^https$/, error: 'must be an https:// URL' }).optional(),
  ORDER_URL: z.url({ protocol: /^https?$/, error: 'must be a URL' }).optional(),
  DEFAULT_LOCALE: z
    .string()
    .refine(known.isLocale, 'letters are not written in this language')
    .default(known.defaultLocale)
})
