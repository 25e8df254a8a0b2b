import type { Expected, LetterEnd } from '../sequences/expected.ts'
import type { Difference } from './difference.ts'
import type { Outcome } from './outcome.ts'

type States = Readonly<Record<string, number>>

/** Compares the letters of an order, kind by kind. A letter that is still owed, or was given up, is never right. */
export function compareLetters(expected: Expected['letters'], letters: Outcome['letters']): Difference[] {
  const kinds = [
    ...new Set([...Object.keys(expected), ...Object.keys(letters)])
  ] as (keyof Expected['letters'])[]
  return kinds.flatMap(kind => {
    const [end, states] = [expected[kind], letters[kind] ?? {}]
    if (isRight(end, states)) return []
    const found = Object.entries(states).map(([state, count]) => `${count} ${state}`)
    return [{ what: `letters ${kind}`, expected: described(end), actual: found.join(', ') || 'none' }]
  })
}

function isRight(end: LetterEnd | undefined, { sent = 0, withdrawn = 0, ...others }: States): boolean {
  if (Object.values(others).some(count => count > 0)) return false
  if (end === undefined) return sent + withdrawn === 0
  if (end === 'sent') return sent === 1 && withdrawn === 0
  return sent + withdrawn === 1 || (end === 'perhaps' && sent + withdrawn === 0)
}

const described = (end: LetterEnd | undefined) =>
  end === undefined ? 'none' : end === 'perhaps' ? 'none, or 1 sent or withdrawn' : `1 ${end}`
