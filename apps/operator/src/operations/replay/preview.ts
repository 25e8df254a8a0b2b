import type { Ledger } from '@paidonce/ledger/pool'
import { factsOfEvents } from '@paidonce/ledger/rebuilding/known-facts'
import type { LedgerEvent } from '@paidonce/ledger/rebuilding/ledger-event'
import { linksOfPayments } from '@paidonce/ledger/rebuilding/links'
import { type EventToRead, eventsToRead } from '@paidonce/ledger/replaying/events-to-read'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { toldFacts } from '@paidonce/ledger/settling/told-facts'
import { run } from '@paidonce/ledger/transaction'
import type { EventJob } from '@paidonce/shared/event-job'
import { ordersOf, uniqueKeys } from '../rebuild/gather-changes.ts'
import { lookAtScene } from '../rebuild/look-at-scene.ts'
import { isRead, type LeftAlone, type Reader, readAgain } from '../rebuild/read-again.ts'
import type { WorkerRules } from '../worker-rules.ts'
import { type OrderPreview, predictInSteps } from './in-steps.ts'
import type { RunPorts } from './queue-portion.ts'

/** What a replay would come to. Orders that would stay as they are stand in no change. */
export type Preview = Readonly<{
  /** Events that the replay reads again, and how many of them, the first, stand here. */
  total: number
  previewed: number
  /** Of these: how many can be read again. */
  events: number
  changes: readonly OrderPreview[]
  /** Events that nobody here can read again, and why. */
  leftOut: readonly LeftAlone[]
}>

/** Of more, a preview would take long and much memory, and be read by nobody. */
export const MOST_PREVIEWED = 1_000

type Ports = Readonly<{ ledger: Ledger }> &
  Pick<WorkerRules, 'reader' | 'rules'> &
  Pick<RunPorts, 'eventsInRedis'>

/**
 * Settles in memory what is known with what these events, the first of them, tell now, as a worker would. Reads only. Throws LedgerError.
 * Letters stand among the changes also where the replay is to skip them: it then writes them down as withdrawn.
 */
export async function previewReplay(
  { ledger, reader, rules, eventsInRedis }: Ports,
  all: readonly string[]
): Promise<Preview> {
  const ids = all.slice(0, MOST_PREVIEWED)
  const rows = await run(ledger, eventsToRead(ids))
  const there = new Map(rows.map(row => [row.id, row]))
  const without = ids.filter(id => (there.get(id)?.payload ?? null) === null)
  const inRedis = await eventsInRedis(without.filter(id => there.get(id)?.isErased !== true))
  const read = ids.map(id => readOne(reader, id, there.get(id), inRedis.get(id)))
  const events = read.filter(isRead)
  const told = toldFacts(events)
  const before = await run(ledger, factsOfEvents(events.map(({ job }) => job.id)))
  const payments = uniqueKeys([
    ...told.map(({ account, payment }) => ({ account, id: payment })),
    ...before.map(({ account, fact }) => ({ account, id: fact.payment }))
  ])
  const orders = uniqueKeys(ordersOf(await run(ledger, linksOfPayments(payments)), told))
  const scene = await lookAtScene(ledger, { events, orders })
  return {
    total: all.length,
    previewed: ids.length,
    events: events.length,
    changes: predictInSteps(scene, rules),
    leftOut: read.flatMap(one => (isRead(one) ? [] : [one]))
  }
}

/** From the ledger's payload, else from what Redis still has of it, as the run does. */
function readOne(
  reader: Reader,
  id: string,
  row: EventToRead | undefined,
  job: EventJob | undefined
): ReadEvent | LeftAlone {
  if (row !== undefined && row.payload !== null) return readAgain(reader, { ...row, payload: row.payload })
  if (job !== undefined) return readAgain(reader, fromJob(job))
  return { event: id, type: row?.type ?? '', code: row === undefined ? 'NOT_IN_LEDGER' : 'PAYLOAD_ERASED' }
}

const fromJob = ({ id, event, receivedAt, how }: EventJob): LedgerEvent => ({
  account: event.account ?? '',
  id,
  type: event.type,
  received: new Date(receivedAt),
  how,
  attempts: 0,
  session: null,
  payment: null,
  order: null,
  email: null,
  payload: JSON.stringify(event)
})
