import { formatMoney, type Money } from '@paidonce/shared/money'
import { greetedName } from './greeted-name.ts'
import { htmlPage } from './html-page.ts'
import { LOCALES, type Locale } from './locales.ts'
import { oneLine } from './one-line.ts'
import type { LetterKind } from './phrases.ts'
import { webLink } from './web-link.ts'

export type LetterContent = Readonly<{
  kind: LetterKind
  locale: Locale
  order: string
  money: Money | null
  name: string | null
  shopName: string
  /** The shop's own page to order again, from `orderUrl`; Stripe's page of a failed payment is gone. */
  orderUrl: string | null
}>

export type RenderedLetter = Readonly<{ subject: string; text: string; html: string }>

/**
 * A letter ready to send. Every value may come from a stranger: the subject is always one line, the HTML holds no
 * markup but ours, and an `orderUrl` that is not http or https is left out.
 */
export function renderLetter(letter: LetterContent): RenderedLetter {
  const { kind, locale, money, name } = letter
  const shopName = oneLine(letter.shopName)
  const wording = LOCALES[locale][kind]({
    order: oneLine(letter.order),
    amount: money === null ? null : oneLine(formatMoney(money, locale)),
    name: greetedName(name),
    shopName
  })

  const url = letter.orderUrl === null ? null : webLink(letter.orderUrl)
  const before = [wording.greeting, ...wording.paragraphs]
  const after = [...wording.closing, `${wording.farewell}\n${shopName}`]
  const link = url === null ? null : { label: wording.button, url }

  return {
    subject: wording.subject,
    text: `${[...before, ...(link === null ? [] : [`${link.label}: ${link.url}`]), ...after].join('\n\n')}\n`,
    html: htmlPage({ lang: locale, title: wording.subject, before, link, after })
  }
}
