import { letterContent, type ShopRules } from '@paidonce/core/letters/letter-content'
import { type RenderedLetter, renderLetter } from '@paidonce/core/letters/render-letter'
import { type KnownLetter, readLetter } from '@paidonce/ledger/people/read-letter'
import type { Ledger } from '@paidonce/ledger/pool'

export type SeenLetter = Readonly<{
  letter: KnownLetter
  /** Whom it goes to, or went to. A customer's address: not for everybody. */
  to: string | null
  locale: string
  /** As the worker would write it now. */
  mail: RenderedLetter
}>

/** One letter as the customer sees it. Undefined: there is none. Throws LedgerError. */
export async function lookAtLetter(
  ledger: Ledger,
  id: string,
  shop: ShopRules
): Promise<SeenLetter | undefined> {
  const read = await readLetter(ledger, id)
  if (read === undefined) return undefined
  const { letter, facts } = read
  const { to, content } = letterContent(letter, facts, shop)
  const wasSentTo = letter.status === 'sent' ? letter.recipient : null
  return {
    letter,
    to: wasSentTo ?? letter.address ?? to,
    locale: content.locale,
    mail: renderLetter(content)
  }
}
