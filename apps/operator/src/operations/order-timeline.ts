import type { OrderAction } from '@paidonce/ledger/people/order-actions'
import type { OrderHistory, ToldFact } from '@paidonce/ledger/people/order-history'
import { groupBy } from '@paidonce/shared/group-by'
import { detailOf, moneyIn } from './show-facts.ts'

/** Something that happened to an order. Nothing here names a person but the operators. */
export type Happening = Readonly<{
  at: Date | null
  kind: 'registration' | 'event' | 'failure' | 'fulfilment' | 'letter' | 'announcement' | 'action'
  title: string
  details: readonly string[]
  /** The event that told it, or the letter concerned. */
  event?: string
  letter?: string
  isBad: boolean
}>

/** All that happened to an order, the oldest first; what has no time of its own comes before all else. Pure. */
export function orderTimeline(history: OrderHistory, actions: readonly OrderAction[]): Happening[] {
  const all = [
    ...fromFacts(history.facts.filter(({ kind }) => kind !== 'approved' || !actions.some(isApproval))),
    ...history.failures.map(fromFailure),
    ...history.fulfilments.map(fromFulfilment),
    ...history.letters.flatMap(fromLetter),
    ...history.announcements.flatMap(fromAnnouncement),
    ...actions.map(fromAction)
  ]
  return all.sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0))
}

/** It stands among the actions, with its time and reason. */
const isApproval = ({ what }: OrderAction) => what === 'approve order'

function fromFacts(facts: readonly ToldFact[]): Happening[] {
  return [...groupBy(facts, ({ event }) => event).entries()].map(([event, told]) => {
    const [first] = told
    const isOfPerson = first?.event_type === null && first.payment === ''
    return {
      at: first?.received ?? null,
      kind: isOfPerson ? 'registration' : 'event',
      title: isOfPerson ? personal(first.kind) : (first?.event_type ?? 'told by what Stripe was asked'),
      details: isOfPerson ? told.map(({ value }) => moneyIn(value)).filter(Boolean) : told.map(factText),
      ...(!isOfPerson && { event }),
      isBad: told.some(({ kind }) => BAD_FACTS.includes(kind))
    }
  })
}

const BAD_FACTS: readonly string[] = ['failed', 'declined', 'dispute', 'fraud_warning']
const PERSONAL: Readonly<Record<string, string>> = {
  registered: 'registered by the shop',
  approved: 'approved by an operator'
}
const personal = (kind: string) => PERSONAL[kind] ?? kind

const factText = ({ kind, payment, value }: ToldFact) =>
  [kind.replaceAll('_', ' '), moneyIn(value), detailOf(kind, value), payment]
    .filter(part => part !== '')
    .join(' · ')

const fromFailure = ({
  event,
  type,
  error_code,
  error_text,
  failed
}: OrderHistory['failures'][number]): Happening => ({
  at: failed,
  kind: 'failure',
  title: failed === null ? `${type} fails, and will be tried again` : `${type} failed`,
  details: [`${error_code}: ${error_text}`],
  event,
  isBad: true
})

const fromFulfilment = ({ payment, at }: OrderHistory['fulfilments'][number]): Happening => ({
  at,
  kind: 'fulfilment',
  title: 'fulfilled',
  details: [`by ${payment}`],
  isBad: false
})

function fromLetter(letter: OrderHistory['letters'][number]): Happening[] {
  const { id, kind, status, reason, owed, done } = letter
  const about = { kind: 'letter', letter: id } as const
  const name = `letter “${kind.replaceAll('_', ' ')}”`
  const first = { ...about, at: owed, title: `${name} owed`, details: [], isBad: false }
  const why = reason === null ? [] : [reason]
  if (done === null) return [{ ...first, details: why }]
  return [
    first,
    {
      ...about,
      at: done,
      title: `${name} ${status.replaceAll('_', ' ')}`,
      details: why,
      isBad: status === 'given_up'
    }
  ]
}

function fromAnnouncement({ id, kind, at, done }: OrderHistory['announcements'][number]): Happening[] {
  const happening = { kind: 'announcement', details: [`ann-${id}`], isBad: false } as const
  return [
    { ...happening, at, title: `announced ${kind}` },
    ...(done === null ? [] : [{ ...happening, at: done, title: `${kind} taken by the shop` }])
  ]
}

const fromAction = ({ at, who, what, why, about, result }: OrderAction): Happening => ({
  at,
  kind: 'action',
  title: `${who}: ${what}`,
  details: [why, about, result].filter(part => part !== null),
  isBad: result === 'failed'
})
