import { formatMoney, type Money } from '@paidonce/shared/money'
import type { LetterKind } from '../orders/letter-kinds.ts'
import { directionOf } from './direction-of.ts'
import { greetedName } from './greeted-name.ts'
import { isolated, withoutIsolation } from './isolation.ts'
import { type Link, letterPage } from './letter-page.ts'
import { letterText } from './letter-text.ts'
import { LOCALES, type Locale } from './locales.ts'
import { oneLine } from './one-line.ts'
import type { Phrases, Wording } from './phrases.ts'
import { summaryRows } from './summary-rows.ts'
import { secureLink, webLink } from './web-link.ts'

export type LetterContent = Readonly<{
  kind: LetterKind
  locale: Locale
  order: string
  money: Money | null
  name: string | null
  shopName: string
  /** `#rrggbb`: the button and the edge of the letter. */
  shopColour: string
  /** A picture at an https address, shown in place of the shop's name; null for none. */
  shopLogo: string | null
  /** The shop's own page to pay or order again, from `orderUrl`; Stripe's page of a failed payment is gone. */
  orderUrl: string | null
}>

export type RenderedLetter = Readonly<{ subject: string; preheader: string; text: string; html: string }>

/**
 * A letter ready to send. Every value may come from a stranger: the subject is always one line, the HTML holds no
 * markup but ours, an `orderUrl` that is not http or https is left out, and so is a `shopLogo` that is not https.
 */
export const renderLetter = (letter: LetterContent): RenderedLetter =>
  renderIn({ tag: letter.locale, phrases: LOCALES[letter.locale] }, letter)

/** The same in a language that need not be among those on offer. */
export function renderIn(
  { tag, phrases }: Readonly<{ tag: string; phrases: Phrases }>,
  letter: Omit<LetterContent, 'locale'>
): RenderedLetter {
  const direction = directionOf(tag)
  const value = (text: string) => isolated(oneLine(text), direction)
  const name = greetedName(letter.name)
  const values = {
    order: value(letter.order),
    amount: letter.money === null ? null : value(formatMoney(letter.money, tag)),
    name: name === null ? null : value(name),
    shopName: value(letter.shopName)
  }
  const wording = phrases[letter.kind](values)
  const parts = {
    lang: tag,
    direction,
    wording: { ...wording, subject: withoutIsolation(wording.subject) },
    summary: summaryRows(wording, values),
    shopName: values.shopName,
    link: linkOf(wording, letter.orderUrl)
  }
  const logo = letter.shopLogo === null ? null : secureLink(letter.shopLogo)

  return {
    subject: parts.wording.subject,
    preheader: wording.preheader,
    text: letterText(parts),
    html: letterPage(parts, { colour: letter.shopColour, logo })
  }
}

function linkOf({ button }: Wording, orderUrl: string | null): Link | null {
  const url = orderUrl === null ? null : webLink(orderUrl)
  return button === null || url === null ? null : { url, button }
}
