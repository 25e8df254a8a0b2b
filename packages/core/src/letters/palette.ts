import { type Colour, readableOn, visibleOn } from './colours.ts'

/** The card that a letter is written on, as layout.mjml paints it. */
export const CARD = { light: '#ffffff', dark: '#1d2025' } as const

/** The shop's colour in every place of the layout, by the names of its placeholders. */
export type Palette = Readonly<{
  accent: Colour
  onAccent: Colour
  accentEdge: Colour
  darkAccent: Colour
  onDarkAccent: Colour
}>

/**
 * On white the shop's colour stays what it is: a pale button gets an edge. On the dark card it may have to be lighter,
 * for there a black button would be none.
 */
export function paletteOf(colour: Colour): Palette {
  const darkAccent = visibleOn(CARD.dark, colour)
  return {
    accent: colour,
    onAccent: readableOn(colour),
    accentEdge: visibleOn(CARD.light, colour),
    darkAccent,
    onDarkAccent: readableOn(darkAccent)
  }
}
