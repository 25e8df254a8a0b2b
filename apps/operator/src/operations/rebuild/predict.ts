import type { Fact } from '@paidonce/core/facts/fact'
import type { Marks } from '@paidonce/core/orders/marks'
import { type SettleRules, settle } from '@paidonce/core/orders/settle'
import { type Key, keyText } from '@paidonce/ledger/keys'
import type { KnownFact } from '@paidonce/ledger/rebuilding/known-facts'
import type { Link } from '@paidonce/ledger/rebuilding/links'
import type { OrderState } from '@paidonce/ledger/rebuilding/order-state'
import type { ToldFact } from '@paidonce/ledger/settling/told-facts'
import { groupBy } from '@paidonce/shared/group-by'
import { newLinks } from './gather-changes.ts'

/** How an order stands: what an operator sees of it. */
export type View = Readonly<{ status: string; fulfilledBy: string | null; marks: Marks }>

/** What becomes of one order. `before` is undefined for one that there was not. */
export type OrderChange = Readonly<{
  account: string
  order: string
  before: View | undefined
  after: View
  /** Owed now, and was not. */
  newly: Readonly<{ letters: readonly string[]; announcements: readonly string[] }>
}>

export type Scene = Readonly<{
  orders: readonly Key[]
  links: readonly Link[]
  /** All facts of the payments and orders in play, as they stand. */
  known: readonly KnownFact[]
  /** The events that are read otherwise, and all that they tell now. */
  events: readonly string[]
  told: readonly ToldFact[]
  states: readonly OrderState[]
}>

/** Pure: settles in memory what the orders would come to, also those that end as they stand. */
export function predictAll(scene: Scene, rules: SettleRules): OrderChange[] {
  const links = linksAfter(scene)
  const facts = groupBy(knownAfter(scene), ({ account, fact }) => keyText(orderOfFact(links, account, fact)))
  const states = new Map(scene.states.map(state => [keyText(state), state]))

  return scene.orders.map(key => {
    const state = states.get(keyText(key))
    const fulfilment = state?.fulfilledBy ? { payment: state.fulfilledBy } : undefined
    const known = (facts.get(keyText(key)) ?? []).map(({ fact }) => fact)
    const settled = settle({ order: key.id, facts: known, fulfilment }, rules)
    return {
      account: key.account,
      order: key.id,
      before: state && viewOf(state),
      after: {
        status: settled.status,
        fulfilledBy: settled.fulfilment?.payment ?? null,
        marks: settled.marks
      },
      newly: {
        letters: settled.owed.letters
          .map(({ payment, kind }) => `${payment} ${kind}`)
          .filter(isNewTo(state?.letters)),
        announcements: settled.owed.announcements
          .map(({ about, kind }) => `${about} ${kind}`)
          .filter(isNewTo(state?.announcements))
      }
    }
  })
}

const isNewTo =
  (there: readonly string[] = []) =>
  (one: string) =>
    !there.includes(one)

export const isChange = ({ before, after, newly }: OrderChange) =>
  JSON.stringify(before) !== JSON.stringify(after) || newly.letters.length + newly.announcements.length > 0

/** Put aside for having more facts than an order has: what else is told of it changes nothing any more. */
export const isBeyondReason = ({ after }: OrderChange) => after.marks.mismatch.includes('too_many_facts')

/** Fields in the order that `settle` gives them, so that two views can be compared as texts. */
const viewOf = (state: OrderState): View => ({
  status: state.status,
  fulfilledBy: state.fulfilledBy,
  marks: {
    paidTwice: state.paidTwice,
    refunded: state.refunded,
    refundFailed: state.refundFailed,
    dispute: state.dispute,
    fraud: state.fraud as Marks['fraud'],
    mismatch: state.mismatch as Marks['mismatch']
  }
})

/** The order of each payment that has one, once these events are settled. */
export function linksAfter({ links, told }: Pick<Scene, 'links' | 'told'>): Map<string, string> {
  const after = new Map<string, string>()
  for (const { account, payment, order } of links)
    if (order !== null) after.set(keyText({ account, id: payment }), order)
  for (const { account, payment, order } of newLinks(told, new Set(after.keys())))
    after.set(keyText({ account, id: payment }), order)
  return after
}

/** The order that a fact counts for; '' if none is known. */
export const orderOfFact = (
  links: ReadonlyMap<string, string>,
  account: string,
  { payment, order }: Pick<Fact, 'payment' | 'order'>
): Key => ({ account, id: (payment === '' ? order : links.get(keyText({ account, id: payment }))) ?? '' })

/** What is known once these events are settled. */
export function knownAfter({ known, events, told }: Pick<Scene, 'known' | 'events' | 'told'>): KnownFact[] {
  const reread = new Set(events)
  return [
    ...known.filter(({ event }) => !reread.has(event)),
    ...told.map(({ account, event, payment, kind, order, value }) => ({
      account,
      event,
      fact: { payment, kind, order, value: JSON.parse(value) } as Fact
    }))
  ]
}
