import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { LOCALES } from '@paidonce/core/letters/locales'
import { phrases as en } from '@paidonce/core/letters/locales/en'
import type { Phrases, Values, Wording } from '@paidonce/core/letters/phrases'
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

/** English in other words, with something wrong. */
const broken = (change: (wording: Wording, values: Values) => Partial<Wording>): Phrases => ({
  payment_failed: values => {
    const wording = en.payment_failed(values)
    const translated = JSON.parse(JSON.stringify(wording), (_, value) =>
      typeof value === 'string'
        ? value.replaceAll(/⟨\w+⟩|[A-Za-z]+/g, word => (word.startsWith('⟨') ? word : `${word}ement`))
        : value
    )
    return { ...translated, ...change(wording, values) }
  }
})

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
    const without = broken((wording, values) => {
      const words = JSON.stringify(wording[field]).replaceAll(values[value] ?? '?', 'X')
      return { [field]: JSON.parse(words.replaceAll(/ [a-z]+/g, word => `${word}ement`)) }
    })
    assert.deepEqual(findGaps('fr', without, en), [
      `fr: payment_failed never mentions {${value}} in its ${field}`
    ])
  })
}

test('a phrase or a kind of letter that is not there is told by name', () => {
  const none = (values: Values) => {
    const { farewell: _, ...rest } = broken(() => ({})).payment_failed(values)
    return rest as Wording
  }
  assert.deepEqual(findGaps('fr', { payment_failed: none }, en), ['fr: payment_failed has no farewell'])
  assert.deepEqual(findGaps('fr', {} as Phrases, en), ['fr: payment_failed is missing'])
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
