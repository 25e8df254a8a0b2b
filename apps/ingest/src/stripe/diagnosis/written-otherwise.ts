import { isWithinDepth } from '@paidonce/shared/stripe-event'

/** Of nothing deeper is each line indented: its blanks would outgrow it. */
const MAX_DEPTH = 20

type Written = Readonly<{ as: string; text: string }>

/**
 * The same JSON, as others would have written it: what a proxy may have made the body of. Stripe indents by two blanks, and
 * its tools write compactly. The text is what came, the value what it holds.
 */
export function* writtenOtherwise(text: string, value: unknown): Generator<Written> {
  yield { as: 'without blanks around it', text: text.trim() }
  yield { as: 'with a line break at its end', text: `${text}\n` }
  yield { as: 'with other line breaks', text: text.replaceAll('\r\n', '\n') }
  if (!isWithinDepth(value, MAX_DEPTH)) return

  for (const [layout, write] of Object.entries(LAYOUTS)) {
    const plain = write(value)
    for (const [escaping, rewrite] of Object.entries(ESCAPINGS))
      yield { as: `${layout}, ${escaping}`, text: rewrite(plain) }
  }
}

const indented = (value: unknown) => JSON.stringify(value, null, 2)

const LAYOUTS: Readonly<Record<string, (value: unknown) => string>> = {
  indented,
  'indented with opened braces': value =>
    indented(value).replace(/^( *)("(?:[^"\\]|\\.)*": )\{\}/gm, '$1$2{\n$1}'),
  compact: value => JSON.stringify(value),
  'with blanks': value => JSON.stringify(value, null, 1).replace(/,\n */g, ', ').replace(/\n */g, '')
}

/** Line breaks never stand in a JSON string, so letters can be replaced wherever they are. */
const ESCAPINGS: Readonly<Record<string, (text: string) => string>> = {
  'nothing escaped': text => text,
  'all but ASCII escaped': text => text.replace(/[^\0-\x7f]/g, escaped),
  'HTML escaped': text => text.replace(/[<>&\u2028\u2029]/g, escaped)
}

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
