import { NO_PAYMENT } from '@paidonce/core/facts/fact'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import { type Key, keyText } from '@paidonce/ledger/keys'
import type { Ledger } from '@paidonce/ledger/pool'
import { factsOfEvents } from '@paidonce/ledger/rebuilding/known-facts'
import type { LedgerEvent } from '@paidonce/ledger/rebuilding/ledger-event'
import { type Link, linksOfPayments } from '@paidonce/ledger/rebuilding/links'
import { readableEvents } from '@paidonce/ledger/rebuilding/readable-events'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { type ToldFact, toldFacts } from '@paidonce/ledger/settling/told-facts'
import { run } from '@paidonce/ledger/transaction'
import { groupBy } from '@paidonce/shared/group-by'
import { findInPlay } from './find-in-play.ts'
import { isRead, isReadOtherwise, type LeftAlone, type Reader, readAgain } from './read-again.ts'

export type Changes = Readonly<{
  /** Events that are read otherwise now: of those asked for, and of the orders that these concern. */
  events: readonly ReadEvent[]
  /** The orders that lose or gain facts by it. */
  orders: readonly Key[]
  /** Of the events asked for. */
  leftAlone: readonly LeftAlone[]
  /** Those of the orders that have more events than were read again. */
  crowded: readonly Key[]
  /** False: these are too many for one transaction, and not all that hangs together was found. */
  isWhole: boolean
}>

/** Besides those asked for, no more events than this are read again at once: they are held in memory, and written together. */
const MOST_FURTHER = 10 * (MAX_FACTS + 1)

/**
 * What reading these events again changes. An order goes from all its old facts to all its new ones at once, for half of
 * each might give what neither does; so the other events of a changed order are read again as well, until no further order is
 * concerned. Reads only.
 */
export async function gatherChanges(
  ledger: Ledger,
  reader: Reader,
  asked: readonly LedgerEvent[]
): Promise<Changes> {
  const events = new Map<string, ReadEvent>()
  const orders = new Map<string, Key>()
  const touched = new Map<string, Key>()
  const looked = new Set<string>()
  const links: Link[] = []
  const crowded: Key[] = []
  let isWhole = true
  let leftAlone: readonly LeftAlone[] | undefined

  for (let next = asked; next.length > 0; ) {
    const unread = next.filter(({ id }) => !looked.has(id))
    for (const { id } of unread) looked.add(id)
    const again = unread.map(event => ({ event, read: readAgain(reader, event) }))
    leftAlone ??= again.flatMap(({ read }) => (isRead(read) ? [] : [read]))

    const known = await run(ledger, factsOfEvents(unread.map(({ id }) => id)))
    const before = groupBy(known, ({ event }) => event)
    const changed = again.flatMap(({ event, read }) =>
      isRead(read) && isReadOtherwise(event, read, before.get(event.id)) ? [read] : []
    )
    for (const read of changed) events.set(read.job.id, read)

    const told = toldFacts(changed)
    const lost = changed.flatMap(({ job }) => before.get(job.id) ?? [])
    const payments = uniqueKeys([
      ...told.map(({ account, payment }) => ({ account, id: payment })),
      ...lost.map(({ account, fact }) => ({ account, id: fact.payment }))
    ])
    links.push(...(await run(ledger, linksOfPayments(payments))))
    const concerned = fresh(ordersOf(links, toldFacts([...events.values()])), orders)
    const inPlay = await findInPlay(ledger, concerned, fresh(withoutOrder(payments, links), touched))
    crowded.push(...inPlay.crowded)
    const further = inPlay.events.filter(id => !looked.has(id))
    isWhole = inPlay.isWhole && looked.size + further.length <= asked.length + MOST_FURTHER
    next = isWhole && further.length > 0 ? await run(ledger, readableEvents(further)) : []
  }
  return {
    events: [...events.values()],
    orders: [...orders.values()],
    leftAlone: leftAlone ?? [],
    crowded,
    isWhole
  }
}

/** What is about a payment that belongs to an order is about that order as well. */
function withoutOrder(payments: readonly Key[], links: readonly Link[]): Key[] {
  const linked = linkedPayments(links)
  return payments.filter(payment => !linked.has(keyText(payment)))
}

const linkedPayments = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(
    links.flatMap(({ account, payment, order }) =>
      order === null ? [] : [keyText({ account, id: payment })]
    )
  )

/** Those that are not known yet; from now on they are. */
function fresh(keys: readonly Key[], known: Map<string, Key>): Key[] {
  const further = keys.filter(key => !known.has(keyText(key)))
  for (const key of further) known.set(keyText(key), key)
  return further
}

export const uniqueKeys = (keys: readonly Key[]): Key[] => [
  ...new Map(keys.filter(({ id }) => id !== NO_PAYMENT).map(key => [keyText(key), key])).values()
]

/** The orders that payments belong to; of one that belongs to none yet, the order that it will be linked to. */
export function ordersOf(links: readonly Link[], told: readonly ToldFact[]): Key[] {
  const linked = links.flatMap(({ account, order }) => (order === null ? [] : [{ account, id: order }]))
  return [
    ...linked,
    ...newLinks(told, linkedPayments(links)).map(({ account, order }) => ({ account, id: order }))
  ]
}

type NewLink = Readonly<{ account: string; payment: string; order: string }>

/** As the settling transaction links them: of several orders that are named at once, the last by its id. */
export function newLinks(told: readonly ToldFact[], taken: ReadonlySet<string>): NewLink[] {
  const links = new Map<string, NewLink>()
  for (const { account, payment, order } of told) {
    const key = keyText({ account, id: payment })
    if (order === null || taken.has(key) || order < (links.get(key)?.order ?? '')) continue
    links.set(key, { account, payment, order })
  }
  return [...links.values()]
}
