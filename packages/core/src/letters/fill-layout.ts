import { escapeHtml } from '@paidonce/shared/escape-html'

/** What stands in the places of a layout, by name. Any text: it is escaped here and only here. */
export type Values = Readonly<Record<string, string>>

/** What stands in the parts of a layout that come once for each row: none, one or many times. */
export type Parts = Readonly<Record<string, readonly Values[]>>

const PART = /<!-- each (\w+) -->(.*?)<!-- end \1 -->/gs

/**
 * Fills `{{name}}` with `values`, and repeats what is between `<!-- each name -->` and `<!-- end name -->` for each row of
 * `parts`, which may add values of its own. What was filled in is never read again, so no value can pose as a place.
 * Throws an Error if the layout asks for something that is not given.
 */
export function fillLayout(layout: string, values: Values, parts: Parts): string {
  const pieces: string[] = []
  let end = 0
  for (const match of layout.matchAll(PART)) {
    const [whole, name = '', inner = ''] = match
    pieces.push(fill(layout.slice(end, match.index), values))
    pieces.push(...given(parts, name).map(row => fill(inner, { ...values, ...row })))
    end = match.index + whole.length
  }
  pieces.push(fill(layout.slice(end), values))
  return pieces.join('')
}

const fill = (text: string, values: Values): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(given(values, name)))

function given<T>(all: Readonly<Record<string, T>>, name: string): T {
  const value = all[name]
  if (value === undefined || !Object.hasOwn(all, name)) {
    throw new Error(`The layout of letters asks for "${name}", and nothing is given for it`)
  }
  return value
}
