import { directionOf } from '@paidonce/core/letters/direction-of'
import type { Phrases, Values, Wording } from '@paidonce/core/letters/phrases'
import type { LetterKind } from '@paidonce/core/orders/letter-kinds'

const ALL: Values = { order: '⟨order⟩', amount: '⟨amount⟩', name: '⟨name⟩', shopName: '⟨shopName⟩' }
const LEAST: Values = { ...ALL, amount: null, name: null }

/** Where each value must be told; a reader would miss it there. */
const TOLD: readonly (readonly [field: keyof Wording, value: keyof Values])[] = [
  ['subject', 'order'],
  ['preheader', 'amount'],
  ['greeting', 'name'],
  ['opening', 'order'],
  ['opening', 'shopName'],
  ['closing', 'order'],
  ['reason', 'shopName']
]

/** What a language lacks beside one that is complete, a sentence each; none when it is ready to be read by buyers. */
export function findGaps(tag: string, phrases: Phrases, complete: Phrases): string[] {
  const kinds = Object.keys(complete) as LetterKind[]
  return kinds.flatMap(kind => gapsOf(phrases, kind, complete).map(gap => `${tag}: ${kind} ${gap}`))

  function gapsOf(of: Phrases, kind: LetterKind, model: Phrases): string[] {
    if (typeof of[kind] !== 'function') return ['is missing']
    const [full, least, known] = [of[kind](ALL), of[kind](LEAST), model[kind](ALL)]
    const fields = (Object.keys(known) as (keyof Wording)[]).filter(field => known[field] !== null)
    const missing = fields.filter(field => linesOf(full, field).every(line => line.trim() === ''))
    const there = fields.filter(field => !missing.includes(field))
    return [
      ...missing.map(field => `has no ${field}`),
      ...TOLD.filter(([field, value]) => there.includes(field) && !tells(full, field, value)).map(
        ([field, value]) => `never mentions {${value}} in its ${field}`
      ),
      ...there
        .filter(field => hasHole(least, field))
        .map(field => `has a hole in its ${field} when amount or name is not known`),
      ...there
        .filter(field => of !== model && isSame(full, known, field))
        .map(field => `has its ${field} still in English`),
      ...wrongDirection(tag, there.flatMap(field => linesOf(full, field)).join(' '))
    ]
  }
}

const linesOf = (wording: Wording, field: keyof Wording): readonly string[] => [wording[field] ?? ''].flat()

const tells = (wording: Wording, field: keyof Wording, value: keyof Values) =>
  linesOf(wording, field).some(line => line.includes(ALL[value] ?? ''))

const hasHole = (wording: Wording, field: keyof Wording) =>
  linesOf(wording, field).some(line => /null|undefined| {2}| [,.;،。]|^\s|\s$/.test(line))

// A single word may be the same in two languages.
const isSame = (one: Wording, other: Wording, field: keyof Wording) => {
  const words = linesOf(one, field).join(' ')
  return words.includes(' ') && words === linesOf(other, field).join(' ')
}

function wrongDirection(tag: string, text: string): string[] {
  const words = text.replaceAll(/⟨\w+⟩/g, '')
  const rightToLeft = words.match(
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
  )
  const written = (rightToLeft?.length ?? 0) * 2 > (words.match(/\p{L}/gu)?.length ?? 0) ? 'rtl' : 'ltr'
  return written === directionOf(tag)
    ? []
    : [`is written ${written}, but the tag ${tag} says ${directionOf(tag)}: name the file after its language`]
}
