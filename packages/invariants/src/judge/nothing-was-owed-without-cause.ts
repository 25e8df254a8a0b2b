import type { FactKind } from '@paidonce/core/facts/fact'
import type { Finding } from '../finding.ts'
import type { FoundAnnouncement, FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'no letter and no announcement was ever owed without a fact that is its cause'

/** A debt stays written down when later facts say otherwise, so what is asked is whether it was ever true. */
export function nothingWasOwedWithoutCause(order: FoundOrder): Finding[] {
  const finding = about(INVARIANT, order)
  const has = (kind: FactKind, payment?: string) =>
    order.facts.some(fact => fact.kind === kind && (payment === undefined || fact.payment === payment))

  return [
    ...order.letters
      .filter(({ payment }) => !has('failed', payment))
      .map(({ id, payment }) => finding('no fact says that its payment failed', { letter: id, payment })),
    ...order.announcements
      .filter(announcement => !isCaused(order, announcement, has))
      .map(({ id, kind }) => finding(`no fact of the order is a cause of ${kind}`, { announcement: id }))
  ]
}

type Has = (kind: FactKind, payment?: string) => boolean

function isCaused({ fulfilments }: FoundOrder, { kind, about }: FoundAnnouncement, has: Has): boolean {
  if (kind === 'order.fulfilled') return fulfilments.length > 0
  if (kind === 'order.payment_failed') return has('failed', about)
  if (kind === 'order.expired') return has('expired')
  if (kind === 'order.paid_twice')
    return has('paid', about) && fulfilments.some(({ payment }) => payment !== about)
  // Others are of a release that knows more, or of an order with more facts than are looked at.
  return kind !== 'order.review' || about === '' || has('paid', about)
}
