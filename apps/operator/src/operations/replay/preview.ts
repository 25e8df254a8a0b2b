import type { Ledger } from '@paidonce/ledger/pool'
import { factsOfEvents } from '@paidonce/ledger/rebuilding/known-facts'
import { linksOfPayments } from '@paidonce/ledger/rebuilding/links'
import { eventsToRead } from '@paidonce/ledger/replaying/events-to-read'
import { toldFacts } from '@paidonce/ledger/settling/told-facts'
import { run } from '@paidonce/ledger/transaction'
import { ordersOf, uniqueKeys } from '../rebuild/gather-changes.ts'
import { lookAtScene } from '../rebuild/look-at-scene.ts'
import { type OrderChange, predict } from '../rebuild/predict.ts'
import { isRead, type LeftAlone, readAgain } from '../rebuild/read-again.ts'
import type { WorkerRules } from '../worker-rules.ts'

/** What a replay would come to. Orders that would stay as they are stand in no change. */
export type Preview = Readonly<{
  events: number
  changes: readonly OrderChange[]
  /** Events that nobody here can read again, and why. */
  leftOut: readonly LeftAlone[]
}>

type Ports = Readonly<{ ledger: Ledger }> & Pick<WorkerRules, 'reader' | 'rules'>

/**
 * Settles in memory what is known with what these events tell now, as a worker would. Reads only. Throws LedgerError.
 * Letters stand among the changes also where the replay is to skip them: it then writes them down as withdrawn.
 */
export async function previewReplay(
  { ledger, reader, rules }: Ports,
  ids: readonly string[]
): Promise<Preview> {
  const rows = await run(ledger, eventsToRead(ids))
  const there = new Set(rows.map(({ id }) => id))
  const unknown = ids.filter(id => !there.has(id)).map(event => ({ event, type: '', code: 'NOT_IN_LEDGER' }))
  const read = rows.map(({ payload, ...row }) =>
    payload === null
      ? { event: row.id, type: row.type, code: 'PAYLOAD_ERASED' }
      : readAgain(reader, { ...row, payload })
  )
  const events = read.filter(isRead)
  const told = toldFacts(events)
  const before = await run(ledger, factsOfEvents(events.map(({ job }) => job.id)))
  const payments = uniqueKeys([
    ...told.map(({ account, payment }) => ({ account, id: payment })),
    ...before.map(({ account, fact }) => ({ account, id: fact.payment }))
  ])
  const orders = uniqueKeys(ordersOf(await run(ledger, linksOfPayments(payments)), told))
  const scene = await lookAtScene(ledger, { events, orders, leftAlone: [] })
  return {
    events: events.length,
    changes: predict(scene, rules),
    leftOut: [...unknown, ...read.flatMap(one => (isRead(one) ? [] : [one]))]
  }
}
