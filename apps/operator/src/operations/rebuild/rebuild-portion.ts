import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Ledger } from '@paidonce/ledger/pool'
import type { LedgerEvent } from '@paidonce/ledger/rebuilding/ledger-event'
import { type SettlingRules, settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { type Changes, gatherChanges } from './gather-changes.ts'
import { lookAtScene } from './look-at-scene.ts'
import { type OrderChange, predict } from './predict.ts'
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

/** Reads some events again and writes what that changes, in one transaction, or says only what it would. Throws LedgerError. */
export async function rebuildPortion(
  parts: Parts,
  events: readonly LedgerEvent[],
  tries = 1
): Promise<Portion> {
  const { ledger, reader, rules, isDry } = parts
  const changes = await gatherChanges(ledger, reader, events)
  const { leftAlone } = changes
  const changed = changes.events.map(({ job }) => job.id)
  if (changed.length === 0) return { changed, orders: [], leftAlone, failures: [] }

  const orders = predict(await lookAtScene(ledger, changes), rules)
  if (isDry) return { changed, orders, leftAlone, failures: [] }
  try {
    // The orders are named, since one that only loses facts is touched by no event any more.
    await settleBatch(ledger, rules, { events: changes.events, orders: changes.orders })
    return { changed, orders, leftAlone, failures: [] }
  } catch (error) {
    if (!(error instanceof LedgerError) || error.remedy === 'hold') throw error
    return { ...(await again(parts, { events, changes, error, tries })), leftAlone }
  }
}

type Refused = Readonly<{
  events: readonly LedgerEvent[]
  changes: Changes
  error: LedgerError
  tries: number
}>

/** Each event with its orders alone; one that collided with a worker is tried again, and what else fails is told. */
async function again(parts: Parts, { events, changes, error, tries }: Refused): Promise<Portion> {
  const [first, ...more] = events.filter(({ id }) => changes.events.some(({ job }) => job.id === id))
  if (first === undefined) throw error
  if (more.length > 0) return await eachAlone(parts, [first, ...more])
  if (error.remedy === 'later' && tries < MOST_TRIES) return await rebuildPortion(parts, [first], tries + 1)
  return { changed: [], orders: [], leftAlone: [], failures: [{ event: first.id, code: error.code }] }
}

async function eachAlone(parts: Parts, events: readonly LedgerEvent[]): Promise<Portion> {
  const portions: Portion[] = []
  for (const event of events) portions.push(await rebuildPortion(parts, [event]))
  return {
    changed: portions.flatMap(({ changed }) => changed),
    orders: portions.flatMap(({ orders }) => orders),
    leftAlone: [],
    failures: portions.flatMap(({ failures }) => failures)
  }
}
