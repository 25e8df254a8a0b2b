import type { Look } from '../screen.ts'

const BOLD = 'b'
const SOFT = 's'

// On the window's dark ground each has a contrast of at least 4.5 to 1.
const RULES: Readonly<Record<string, string>> = {
  [BOLD]: 'font-weight:700',
  [SOFT]: 'fill:#9198a1',
  c0: 'fill:#9198a1',
  c1: 'fill:#ff7b72',
  c2: 'fill:#3fb950',
  c3: 'fill:#d29922',
  c4: 'fill:#58a6ff',
  c5: 'fill:#bc8cff',
  c6: 'fill:#39c5cf',
  c7: 'fill:#f0f6fc'
}

/** The classes that make a piece of text look so. */
export const classesOf = ({ isBold, isSoft, color }: Look): string[] => [
  ...(isBold ? [BOLD] : []),
  ...(isSoft ? [SOFT] : []),
  ...(color === undefined ? [] : [`c${color}`])
]

/** The style rules of these looks, and no others. */
export function rulesFor(looks: readonly Look[]): string[] {
  const used = new Set(looks.flatMap(classesOf))
  return Object.entries(RULES)
    .filter(([name]) => used.has(name))
    .map(([name, rule]) => `.${name}{${rule}}`)
}
