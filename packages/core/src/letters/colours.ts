/** `#rrggbb`; the only form that every mail program understands. */
export type Colour = `#${string}`

export const isColour = (text: string): text is Colour => /^#[0-9a-f]{6}$/i.test(text)

/** What a letter wears when the shop has not said. */
export const DEFAULT_COLOUR: Colour = '#1d4ed8'

/** How well two colours can be told apart, from 1 (the same) to 21: the contrast ratio of WCAG 2.2. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Black or white, whichever reads better on `ground`; that one always has a contrast above 4.5. */
export const readableOn = (ground: Colour): Colour =>
  contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'

/**
 * `colour`, if it can be told from `ground`; else the nearest of its shades that can. Of a colour without a hue that is black or
 * white, for a button in grey looks switched off.
 */
export function visibleOn(ground: Colour, colour: Colour): Colour {
  const away = readableOn(ground)
  if (contrast(colour, ground) >= TOLD_APART) return colour
  if (isNeutral(colour)) return away
  const shades = Array.from({ length: STEPS + 1 }, (_, step) => mix(colour, away, step / STEPS))
  return shades.find(shade => contrast(shade, ground) >= TOLD_APART) ?? away
}

const STEPS = 20

/** What WCAG 2.2 (1.4.11) asks of the edge of a button. */
const TOLD_APART = 3

const isNeutral = (colour: Colour): boolean =>
  Math.max(...channels(colour)) - Math.min(...channels(colour)) < 16

const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const target = channels(to)
  const mixed = channels(from).map((value, index) =>
    Math.round(value + ((target[index] ?? 0) - value) * share)
  )
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16))
