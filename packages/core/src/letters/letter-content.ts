import type { Money } from '@paidonce/shared/money'
import type { Fact } from '../facts/fact.ts'
import type { LetterKind } from '../orders/letter-kinds.ts'
import type { OwedLetter } from '../orders/letters.ts'
import { mergePayment, type Payment } from '../orders/payment.ts'
import { localeOf } from './locale-of.ts'
import type { Locale } from './locales.ts'
import { orderUrl } from './order-url.ts'
import type { LetterContent } from './render-letter.ts'

/** What a shop decides about its letters. */
export type ShopRules = Readonly<{
  shopName: string
  /** `#rrggbb` */
  shopColour: string
  /** An https address; null for none. */
  shopLogo: string | null
  /** With `{order}` where the order's id goes; null for no link. */
  orderUrlTemplate: string | null
  defaultLocale: Locale
}>

/** Whom a letter goes to and what it says, from the facts of its order. `to` is null when no address is known. */
export function letterContent(
  letter: Pick<OwedLetter, 'kind' | 'payment'> & Readonly<{ order: string }>,
  facts: readonly Fact[],
  shop: ShopRules
): Readonly<{ to: string | null; content: LetterContent }> {
  const payment = mergePayment(
    letter.payment,
    facts.filter(fact => fact.payment === letter.payment)
  )
  const { email, name, locale } = payment.buyer
  return {
    to: email,
    content: {
      kind: letter.kind,
      locale: localeOf(locale, shop.defaultLocale),
      order: letter.order,
      money: moneyOf(letter.kind, payment),
      name,
      shopName: shop.shopName,
      shopColour: shop.shopColour,
      shopLogo: shop.shopLogo,
      orderUrl: shop.orderUrlTemplate === null ? null : orderUrl(shop.orderUrlTemplate, letter.order)
    }
  }
}

function moneyOf(kind: LetterKind, { due, refunds }: Payment): Money | null {
  const amount = kind === 'refunded' ? refunds.amount : due.amount
  return amount === null || due.currency === null ? null : { amount, currency: due.currency }
}
