import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { LOCALES } from '@paidonce/core/letters/locales'
import { phrases as en } from '@paidonce/core/letters/locales/en'
import type { Phrases, Values, Wording } from '@paidonce/core/letters/phrases'
import type { LetterKind } from '@paidonce/core/orders/letter-kinds'
import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { LOCALES_FOLDER, LOCALES_MODULE } from '../letters-folder.ts'
import { findGaps } from './find-gaps.ts'
import { languagesModule } from './languages-module.ts'
import { listLanguages } from './list-languages.ts'

test('locales.ts lists every file of locales/: if not, run npm run letters:languages', () => {
  const tags = listLanguages(LOCALES_FOLDER)
  assert.deepEqual(Object.keys(LOCALES), tags)
  assert.equal(readFileSync(LOCALES_MODULE, 'utf8'), languagesModule(tags))
})

for (const [tag, phrases] of Object.entries(LOCALES)) {
  test(`nothing is missing in ${tag}`, () => assert.deepEqual(findGaps(tag, phrases, en), []))
}

type Change = (wording: Wording, values: Values) => object

/** English in other words, with something wrong in one kind of letter. */
function broken(change: Change, wrong: LetterKind = 'payment_failed'): Phrases {
  const wordings = LETTER_KINDS.map(kind => [
    kind,
    (values: Values) => {
      const wording = en[kind](values)
      return { ...inOtherWords(wording), ...(kind === wrong && change(wording, values)) }
    }
  ])
  return Object.fromEntries(wordings)
}

const inOtherWords = (wording: Wording) =>
  JSON.parse(JSON.stringify(wording), (_, value) =>
    typeof value === 'string'
      ? value.replaceAll(/⟨\w+⟩|[A-Za-z]+/g, word => (word.startsWith('⟨') ? word : `${word}ement`))
      : value
  )

test('a language that says everything in words of its own has no gap', () => {
  assert.deepEqual(
    findGaps(
      'fr',
      broken(() => ({})),
      en
    ),
    []
  )
})

for (const [what, change, gap] of [
  ['an empty phrase', () => ({ button: ' ' }), 'fr: payment_failed has no button'],
  ['no paragraph', () => ({ paragraphs: [] }), 'fr: payment_failed has no paragraphs'],
  [
    'a name that is taken for granted',
    (_: Wording, { name }: Values) => ({ greeting: `Bonjour ${name},` }),
    'fr: payment_failed has a hole in its greeting when amount or name is not known'
  ],
  [
    'a phrase that was left in English',
    ({ heading }: Wording) => ({ heading }),
    'fr: payment_failed has its heading still in English'
  ]
] as const) {
  test(`${what} is told by name`, () => assert.deepEqual(findGaps('fr', broken(change), en), [gap]))
}

for (const [field, value] of [
  ['subject', 'order'],
  ['preheader', 'amount'],
  ['greeting', 'name'],
  ['opening', 'order'],
  ['opening', 'shopName'],
  ['closing', 'order'],
  ['reason', 'shopName']
] as const) {
  test(`a ${field} that lost its ${value} is told by name`, () => {
    const lost: Change = (wording, values) => {
      const words = JSON.stringify(wording[field]).replaceAll(values[value] ?? '?', 'X')
      return { [field]: JSON.parse(words.replaceAll(/ [a-z]+/g, word => `${word}ement`)) }
    }
    for (const kind of LETTER_KINDS) {
      assert.deepEqual(findGaps('fr', broken(lost, kind), en), [
        `fr: ${kind} never mentions {${value}} in its ${field}`
      ])
    }
  })
}

test('a phrase or a kind of letter that is not there is told by name', () => {
  for (const kind of LETTER_KINDS) {
    const none = broken(() => ({ farewell: undefined }), kind)
    assert.deepEqual(findGaps('fr', none, en), [`fr: ${kind} has no farewell`])
  }
  const { refunded: _, ...others } = broken(() => ({}))
  assert.deepEqual(findGaps('fr', others as Phrases, en), ['fr: refunded is missing'])
})

test('words that run against the tag of their language are told', () => {
  const [gap = ''] = findGaps(
    'he',
    broken(() => ({})),
    en
  )
  assert.match(gap, /^he: payment_failed is written ltr, but the tag he says rtl/)
})

test('a new language is one more file: the list is made from the folder', t => {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-locales-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const name of ['vi.ts', 'pt-BR.ts', 'en.ts', 'en.test.ts']) writeFileSync(join(folder, name), '')
  assert.deepEqual(listLanguages(folder), ['en', 'pt-BR', 'vi'])
  assert.match(languagesModule(['en', 'pt-BR']), /\{ en, 'pt-BR': ptBR \}/)
  assert.match(languagesModule(['en', 'pt-BR']), /import \{ phrases as ptBR \} from '\.\/locales\/pt-BR\.ts'/)

  writeFileSync(join(folder, 'french_words.ts'), '')
  assert.throws(() => listLanguages(folder), /locales\/french_words\.ts is not named after a language/)
})
