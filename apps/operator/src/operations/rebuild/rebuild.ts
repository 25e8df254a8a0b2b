import type { Key } from '@paidonce/ledger/keys'
import { type PageRow, pageOfEvents, type Wanted } from '@paidonce/ledger/rebuilding/page-of-events'
import { beginRebuild, findRebuild, finishRebuild, keepProgress } from '@paidonce/ledger/rebuilding/progress'
import { readableEvents } from '@paidonce/ledger/rebuilding/readable-events'
import { run } from '@paidonce/ledger/transaction'
import { SpeakingError } from '@paidonce/shared/describe-error'
import { findInPlay } from './find-in-play.ts'
import type { OrderChange } from './predict.ts'
import { type Failure, type Parts, type Portion, rebuildPortion } from './rebuild-portion.ts'

export type Wish = Readonly<{
  /** One order alone, or whatever of the ledger is wanted. */
  which: Key | Wanted
  /** Which rebuild this is: one of the same that did not come to its end is gone on with. */
  name: string
  batch: number
}>

export type Listener = Readonly<{
  onChange: (change: OrderChange) => void
  onProgress: (far: Readonly<{ looked: number; changed: number }>) => void
  onGoingOn: (started: Date, looked: number) => void
}>

export type Summary = Readonly<{
  looked: number
  changed: number
  orders: number
  /** By type and cause, how many events nobody here can read: their facts stay as they are. */
  leftAlone: Readonly<Record<string, number>>
  failures: readonly Failure[]
}>

/** Reads events of the ledger again and settles what that changes, beside live traffic. Throws LedgerError, and Crowded. */
export async function rebuild(parts: Parts, wish: Wish, listener: Listener): Promise<Summary> {
  const tally = createTally(parts, listener)
  if ('id' in wish.which) {
    const { events: ids, crowded } = await findInPlay(parts.ledger, [wish.which], [])
    if (crowded.length > 0) throw new Crowded()
    const events = await run(parts.ledger, readableEvents(ids))
    tally.add(events.length, await rebuildPortion(parts, events))
    return tally.summary()
  }
  const begun = parts.isDry ? undefined : await begin(parts, wish.name, listener)
  tally.startFrom(begun)
  for (let after = begun?.after ?? ''; ; ) {
    const page = await run(parts.ledger, pageOfEvents(after, wish.batch, wish.which))
    tally.add(page.length, await rebuildPortion(parts, page.filter(hasPayload)))
    after = page.at(-1)?.id ?? after
    if (begun !== undefined)
      await run(parts.ledger, keepProgress({ id: begun.id, after, ...tally.summary() }))
    if (page.length < wish.batch) break
  }
  if (begun !== undefined) await run(parts.ledger, finishRebuild(begun.id))
  return tally.summary()
}

export class Crowded extends SpeakingError {
  override readonly name = 'Crowded'
  readonly code = 'TOO_MANY_EVENTS'

  constructor() {
    super(
      'this is no order: too many events have its id. Without --order they are read again with all others'
    )
  }
}

const hasPayload = (row: PageRow): row is PageRow & { payload: string } => row.payload !== null

async function begin({ ledger }: Parts, name: string, { onGoingOn }: Listener) {
  const [before] = await run(ledger, findRebuild(name))
  if (before !== undefined) onGoingOn(before.started, before.looked)
  return before ?? (await run(ledger, beginRebuild(name)))[0]
}

function createTally({ isDry }: Parts, { onChange, onProgress }: Listener) {
  let [looked, changed, orders] = [0, 0, 0]
  const leftAlone: Record<string, number> = {}
  const failures: Failure[] = []
  // What is not written is found again with each further event of its orders.
  const told = new Set<string>()
  const isNew = (one: string) => !isDry || (!told.has(one) && told.add(one).has(one))

  return {
    startFrom: (begun: Readonly<{ looked: number; changed: number }> | undefined) => {
      looked = begun?.looked ?? 0
      changed = begun?.changed ?? 0
    },
    add: (rows: number, portion: Portion) => {
      looked += rows
      const fresh = portion.changed.filter(isNew)
      const settled = portion.orders.filter(({ account, order }) => isNew(`${account} ${order}`))
      changed += fresh.length
      orders += settled.length
      for (const { type, code } of portion.leftAlone) {
        const cause = `${type} ${code}`
        leftAlone[cause] = (leftAlone[cause] ?? 0) + 1
      }
      failures.push(...portion.failures)
      for (const change of settled) onChange(change)
      onProgress({ looked, changed })
    },
    summary: (): Summary => ({ looked, changed, orders, leftAlone, failures })
  }
}
