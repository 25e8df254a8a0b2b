import { MARKS, type Mark } from './marks.ts'

/** A part of a secret is a leak as well: so long a piece of one is looked for. */
const PIECE = 10

type Sought = Readonly<{ mark: Mark; forms: readonly string[] }>

/** Looks for all marks and for the given signatures, in every form in which a program may have written them. */
export function createFindMarks(signatures: readonly string[]) {
  const sought: Sought[] = [
    ...Object.entries(MARKS).map(([mark, text]) => ({ mark: mark as Mark, forms: formsOf(text) })),
    { mark: 'signature', forms: signatures.flatMap(formsOf) }
  ]
  /** The marks that stand in a text, in the order of their names. */
  return (text: string): Mark[] => {
    // Lines of a mail end in "=" where they were cut.
    const texts = [text, text.replaceAll(/=\r?\n/g, '')].flatMap(form => [form, form.toLowerCase()])
    const isThere = ({ forms }: Sought) => forms.some(form => texts.some(one => one.includes(form)))
    return sought
      .filter(isThere)
      .map(({ mark }) => mark)
      .sort()
  }
}

function formsOf(text: string): string[] {
  const pieces = Array.from({ length: text.length - PIECE + 1 }, (_, at) => text.slice(at, at + PIECE))
  const codes = (write: (code: string) => string) =>
    pieces.map(piece =>
      [...Buffer.from(piece)].map(byte => write(byte.toString(16).padStart(2, '0'))).join('')
    )
  return [
    ...pieces,
    ...codes(code => code),
    ...codes(code => `%${code}`),
    ...codes(code => `\\u00${code}`),
    ...codes(code => `\\x${code}`),
    ...base64Of(text)
  ]
}

/** By where in a longer text it begins, a text has three forms in base64; what depends on its neighbours is cut off. */
const base64Of = (text: string) =>
  [0, 1, 2].map(before => {
    const encoded = Buffer.from(`${'.'.repeat(before)}${text}`)
      .toString('base64')
      .replace(/=+$/, '')
    const whole = Math.floor((before + text.length) / 3) * 4
    return encoded.slice(before === 0 ? 0 : 4, whole)
  })
