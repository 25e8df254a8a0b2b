import { LOCALES } from '@paidonce/core/letters/locales'
import type { Phrases } from '@paidonce/core/letters/phrases'
import { type RenderedLetter, renderIn } from '@paidonce/core/letters/render-letter'
import { LETTER_KINDS, type LetterKind } from '@paidonce/core/orders/letter-kinds'
import { arabic } from './arabic.ts'
import { SAMPLE, type SampleLetter, withLogo } from './sample-letter.ts'
import { ALL_VIEWS, USUAL_VIEWS, type View } from './views.ts'

/** One letter to look at. `name` is also the beginning of its pictures' names. */
export type Case = Readonly<{
  name: string
  kind: LetterKind
  language: string
  what: string
  letter: RenderedLetter
  views: readonly View[]
}>

/** An amount of every way to write one: without decimals, with two, with three, and with two that are not written. */
const MONEY = [
  { amount: 500_000, currency: 'vnd' },
  { amount: 3_000, currency: 'jpy' },
  { amount: 3_000, currency: 'eur' },
  { amount: 123_456, currency: 'usd' },
  { amount: 499_000, currency: 'huf' },
  { amount: 5_120, currency: 'kwd' }
]

const LONG = {
  order: 'cs_live_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6',
  money: { amount: 12_345_678_900, currency: 'usd' },
  name: 'Nguyễn Hoàng Phương Uyên Trần Lê Bảo Châu',
  shopName: 'The Very Small Bookshop at the End of the Long Street by the River'
}

/** What may be there or not, and what shops may set. */
const VARIANTS: Readonly<Record<string, Partial<SampleLetter>>> = {
  'no logo': { shopLogo: null },
  'nothing but the order': { shopLogo: null, name: null, money: null, orderUrl: null },
  'a logo that does not load': { shopLogo: 'https://nowhere.example/logo.png' },
  'a pale colour': { shopColour: '#ffe066', shopLogo: null },
  'black as colour': { shopColour: '#000000', shopLogo: null },
  'long values': { ...LONG, shopLogo: null }
}

/** Every kind of letter in every language with every amount and in every variant, and one from right to left. */
export function allCases(): Case[] {
  const languages = Object.entries<Phrases>(LOCALES).map(([tag, phrases]) => ({ tag, phrases }))
  return LETTER_KINDS.flatMap(kind => [
    ...languages.flatMap(language => [
      // They differ in a number only, so the first is enough for the stricter mail programs.
      ...MONEY.map((money, index) =>
        make(language, money.currency.toUpperCase(), { kind, money }, index === 0 ? ALL_VIEWS : USUAL_VIEWS)
      ),
      ...Object.entries(VARIANTS).map(([what, values]) =>
        make(language, what, { kind, ...values }, ALL_VIEWS)
      )
    ]),
    make({ tag: 'ar', phrases: arabic }, 'right to left', { kind, order: '1001-A' }, ALL_VIEWS)
  ])
}

function make(
  language: Readonly<{ tag: string; phrases: Phrases }>,
  what: string,
  values: Partial<SampleLetter>,
  views: readonly View[]
): Case {
  const letter = { ...SAMPLE, ...values }
  const rendered = renderIn(language, letter)
  return {
    name: `${letter.kind}-${language.tag}-${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    kind: letter.kind,
    language: new Intl.DisplayNames('en', { type: 'language' }).of(language.tag) ?? language.tag,
    what,
    letter: { ...rendered, html: withLogo(rendered.html) },
    views
  }
}
