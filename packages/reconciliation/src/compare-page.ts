import type { ReadingRules } from '@paidonce/core/facts/reading'
import { compareAsked } from '@paidonce/core/reconciling/compare-asked'
import type { Difference } from '@paidonce/core/reconciling/difference'
import type { KnownPayment } from '@paidonce/ledger/reconciling/known-payments'
import { readAsked } from '@paidonce/ledger/settling/read-asked'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { saysPaid } from '@paidonce/stripe-api/is-paid'
import type { ObjectKind, StripeObject } from '@paidonce/stripe-api/list-objects'

export type Compared = Readonly<{
  /** Payments that Stripe says are paid. */
  paid: readonly string[]
  found: readonly Readonly<{ difference: Difference; event: ReadEvent }>[]
}>

type Ports = Readonly<{
  rules: ReadingRules
  known: (payments: readonly string[]) => Promise<readonly KnownPayment[]>
  /** The order of a payment that was found missing a moment ago: refunds and disputes name none, and it may not be settled yet. */
  orderFound: (payment: string) => string | undefined
  now: () => Date
}>

type Page = Readonly<{ kind: ObjectKind; account: string; objects: readonly StripeObject[] }>

/** What Stripe says of a page of objects, against what is known. What belongs to no order is not ours to compare. */
export async function comparePage(
  { kind, account, objects }: Page,
  { rules, known, orderFound, now }: Ports
): Promise<Compared> {
  const isMoney = kind === 'refunds' || kind === 'disputes'
  const asked = objects
    .filter(object => isMoney || saysPaid(object))
    .flatMap(object => readAsked({ object, account }, rules, now()) ?? [])
    .flatMap(event => event.reading.facts.slice(0, 1).map(({ payment }) => ({ event, payment })))
  if (asked.length === 0) return { paid: [], found: [] }

  const rows = await known(asked.map(({ payment }) => payment))
  const knownOf = new Map(rows.map(row => [row.payment, row]))
  return {
    paid: isMoney ? [] : asked.map(({ payment }) => payment),
    found: asked.flatMap(({ event, payment }) => {
      const { order: linked = null, status = null, facts = [] } = knownOf.get(payment) ?? {}
      const order = linked ?? event.reading.order ?? (isMoney ? orderFound(payment) : undefined) ?? null
      const disagreement = compareAsked(event.reading.facts, { status, facts })
      if (order === null || disagreement === undefined) return []
      const about = isMoney ? String(event.job.event.data.object.id) : payment
      return [{ event, difference: { ...disagreement, about, payment, order } }]
    })
  }
}
