import { type Colour, DEFAULT_COLOUR, isColour } from './colours.ts'
import type { Direction } from './direction-of.ts'
import { fillLayout } from './fill-layout.ts'
import { LAYOUT } from './layout.ts'
import { paletteOf } from './palette.ts'
import type { Wording } from './phrases.ts'
import type { SummaryRow } from './summary-rows.ts'

/** To the shop's page, and what is written on it. */
export type Link = Readonly<{ url: string; button: string }>

/** A letter with everything that is on it, each a plain text. */
export type Letter = Readonly<{
  lang: string
  direction: Direction
  wording: Wording
  summary: readonly SummaryRow[]
  shopName: string
  link: Link | null
}>

/** What the shop's letters wear. A colour that is none gives the standing one. */
export type Look = Readonly<{ colour: string; logo: string | null }>

/** The letter as HTML for mail programs. */
export function letterPage(letter: Letter, look: Look): string {
  const { lang, direction, wording, summary, shopName, link } = letter
  const { subject, preheader, heading, greeting, opening, farewell, reason } = wording
  const [start, end] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const texts = { title: subject, preheader, heading, greeting, opening, farewell, reason, shopName }
  const colour: Colour = isColour(look.colour) ? look.colour : DEFAULT_COLOUR

  return fillLayout(
    LAYOUT,
    { lang, direction, start, end, ...texts, ...paletteOf(colour) },
    {
      logo: look.logo === null ? [] : [{ logo: look.logo }],
      named: look.logo === null ? [{}] : [],
      summary,
      paragraphs: wording.paragraphs.map(paragraph => ({ paragraph })),
      links: link === null ? [] : [link],
      closing: wording.closing.map(paragraph => ({ paragraph }))
    }
  )
}
