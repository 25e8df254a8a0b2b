import { keyText } from '@paidonce/ledger/keys'
import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Ledger } from '@paidonce/ledger/pool'
import type { LedgerEvent } from '@paidonce/ledger/rebuilding/ledger-event'
import { type SettlingRules, settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { type Changes, gatherChanges } from './gather-changes.ts'
import { lookAtScene } from './look-at-scene.ts'
import { isBeyondReason, isChange, type OrderChange, predictAll } from './predict.ts'
import type { LeftAlone, Reader } from './read-again.ts'

export type Parts = Readonly<{
  ledger: Ledger
  reader: Reader
  rules: SettlingRules
  isDry: boolean
}>

export type Failure = Readonly<{ event: string; code: string }>

export type Portion = Readonly<{
  /** Ids of events that are read otherwise, with those of the same orders. */
  changed: readonly string[]
  orders: readonly OrderChange[]
  leftAlone: readonly LeftAlone[]
  failures: readonly Failure[]
}>

const MOST_TRIES = 10

/**
 * Reads some events again and writes what that changes, in one transaction, or says only what it would. What cannot be done at
 * once is done in halves, down to one event with its orders; one that collided with a worker is tried again, and what else fails
 * is told. Throws LedgerError.
 */
export async function rebuildPortion(parts: Parts, events: readonly LedgerEvent[]): Promise<Portion> {
  const done: Done[] = []
  const failures: Failure[] = []
  const left = [{ events, tries: 1 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const end = await rebuildAtOnce(parts, next.events)
    done.push(end)
    if (end.refused === undefined) continue
    const { code, isPassing, again } = end.refused
    const [first, ...more] = again
    const middle = Math.ceil(again.length / 2)
    if (more.length > 0)
      left.push({ events: again.slice(middle), tries: 1 }, { events: again.slice(0, middle), tries: 1 })
    else if (isPassing && next.tries < MOST_TRIES) left.push({ events: again, tries: next.tries + 1 })
    else if (first !== undefined) failures.push({ event: first.id, code })
  }
  return {
    changed: done.flatMap(({ changed }) => changed),
    orders: done.flatMap(({ orders }) => orders),
    leftAlone: done.flatMap(({ leftAlone }) => leftAlone),
    failures
  }
}

type Done = Omit<Portion, 'failures'> &
  Readonly<{
    /** Nothing was written, and why: those of the events that would change something. */
    refused?: Readonly<{ code: string; isPassing: boolean; again: readonly LedgerEvent[] }>
  }>

async function rebuildAtOnce(
  { ledger, reader, rules, isDry }: Parts,
  events: readonly LedgerEvent[]
): Promise<Done> {
  const changes = await gatherChanges(ledger, reader, events)
  const { leftAlone } = changes
  const changed = changes.events.map(({ job }) => job.id)
  if (changed.length === 0) return { changed, orders: [], leftAlone }

  const refuse = (code: string, isPassing = false): Done => {
    const changing = new Set(changed)
    return {
      changed: [],
      orders: [],
      leftAlone,
      refused: { code, isPassing, again: events.filter(({ id }) => changing.has(id)) }
    }
  }
  const ends = changes.isWhole ? predictAll(await lookAtScene(ledger, changes), rules) : undefined
  if (ends === undefined || wouldTear(changes, ends)) return refuse('TOO_MANY_EVENTS')

  try {
    // The orders are named, since one that only loses facts is touched by no event any more.
    if (!isDry) await settleBatch(ledger, rules, { events: changes.events, orders: changes.orders })
    return { changed, orders: ends.filter(isChange), leftAlone }
  } catch (error) {
    if (!(error instanceof LedgerError) || error.remedy === 'hold') throw error
    return refuse(error.code, error.remedy === 'later')
  }
}

/** Whether an order would go to its new facts in part, and that part would decide something. */
function wouldTear({ crowded }: Changes, ends: readonly OrderChange[]): boolean {
  const aside = new Set(
    ends.filter(isBeyondReason).map(({ account, order }) => keyText({ account, id: order }))
  )
  return crowded.some(order => !aside.has(keyText(order)))
}
