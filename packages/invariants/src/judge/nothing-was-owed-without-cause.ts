import type { Fact, FactKind } from '@paidonce/core/facts/fact'
import type { Finding } from '../finding.ts'
import type { FoundAnnouncement, FoundLetter, FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'no letter and no announcement was ever owed without a fact that is its cause'

/** A debt stays written down when later facts say otherwise, so what is asked is whether it was ever true. */
export function nothingWasOwedWithoutCause(order: FoundOrder): Finding[] {
  const finding = about(INVARIANT, order)
  const has = (kind: FactKind, payment?: string) =>
    order.facts.some(fact => fact.kind === kind && (payment === undefined || fact.payment === payment))

  return [
    ...order.letters
      .filter(letter => !isLetterCaused(letter, has))
      .map(({ id, kind, payment }) =>
        finding(`no fact is a cause of the letter ${kind}`, { letter: id, payment })
      ),
    ...order.announcements
      .filter(announcement => !isCaused(order, announcement, has))
      .map(({ id, kind }) => finding(`no fact of the order is a cause of ${kind}`, { announcement: id }))
  ]
}

type Has = (kind: FactKind, payment?: string) => boolean

function isLetterCaused({ kind, payment }: FoundLetter, has: Has): boolean {
  if (kind === 'payment_declined') return has('declined', payment)
  if (kind === 'refunded') return hasGoneBack(payment, has)
  return hasFailed(payment, has)
}

const hasFailed = (payment: string, has: Has) =>
  has('failed', payment) || (has('underway', payment) && has('declined', payment))

const hasGoneBack = (payment: string, has: Has) =>
  has('paid', payment) && (has('refunded', payment) || has('refund', payment))

function isCaused({ facts, fulfilments }: FoundOrder, { kind, about }: FoundAnnouncement, has: Has): boolean {
  const isToldOf = (id: (fact: Fact) => string | undefined) => facts.some(fact => id(fact) === about)

  if (kind === 'order.fulfilled') return fulfilments.length > 0
  if (kind === 'order.payment_failed') return hasFailed(about, has)
  if (kind === 'order.expired') return has('expired') || has('canceled')
  if (kind === 'order.refunded') return hasGoneBack(about, has)
  if (kind === 'order.partially_refunded') return hasGoneBack(about.replace(/:\d+$/, ''), has)
  if (kind === 'order.refund_failed')
    return isToldOf(fact => (fact.kind === 'refund' ? fact.value.refund : undefined))
  if (kind === 'order.disputed' || kind === 'order.dispute_closed')
    return isToldOf(fact => (fact.kind === 'dispute' ? fact.value.dispute : undefined))
  if (kind === 'order.fraud_warning')
    return isToldOf(fact => (fact.kind === 'fraud_warning' ? fact.value.warning : undefined))
  if (kind === 'order.radar_review')
    return isToldOf(fact => (fact.kind === 'radar_review' ? fact.value.review : undefined))
  if (kind === 'order.paid_twice')
    return has('paid', about) && fulfilments.some(({ payment }) => payment !== about)
  // Others are of a release that knows more, or of an order with more facts than are looked at.
  return kind !== 'order.review' || about === '' || has('paid', about)
}
