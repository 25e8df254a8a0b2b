import { isDeepStrictEqual } from 'node:util'
import type { FactsTable, ReadingRules } from '@paidonce/core/facts/reading'
import { readEvent } from '@paidonce/core/facts/table'
import type { KnownFact } from '@paidonce/ledger/rebuilding/known-facts'
import type { LedgerEvent } from '@paidonce/ledger/rebuilding/ledger-event'
import { emailOf, type ReadEvent } from '@paidonce/ledger/settling/read-event'
import { toldFacts } from '@paidonce/ledger/settling/told-facts'
import { describeError, SpeakingError } from '@paidonce/shared/describe-error'
import { readEventJob } from '@paidonce/shared/event-job'

/** An event whose facts stay as they are: nobody here can read it. */
export type LeftAlone = Readonly<{ event: string; type: string; code: string }>

/** How events are read now. */
export type Reader = Readonly<{ table: FactsTable; rules: ReadingRules }>

export function readAgain({ table, rules }: Reader, event: LedgerEvent): ReadEvent | LeftAlone {
  try {
    const { id, received, how, attempts, payload } = event
    const job = readEventJob({ id, event: JSON.parse(payload), receivedAt: received.toISOString(), how })
    return { job, reading: readEvent(table, rules, job.event), payload, attempts }
  } catch (error) {
    const { code } = error instanceof SpeakingError ? error : describeError(error)
    return { event: event.id, type: event.type, code }
  }
}

export const isRead = (one: ReadEvent | LeftAlone): one is ReadEvent => 'reading' in one

/** Whether the event would be told otherwise than it was. */
export function isReadOtherwise(
  event: LedgerEvent,
  read: ReadEvent,
  before: readonly KnownFact[] = []
): boolean {
  const { session, payment, order } = read.reading
  const isFoundBySame = isDeepStrictEqual(
    [session, payment, order, emailOf(read.reading)],
    [event.session, event.payment, event.order, event.email]
  )
  const told = toldFacts([read]).map(({ payment, kind, order, value }) => [
    payment,
    kind,
    order,
    JSON.parse(value)
  ])
  const was = before.map(({ fact }) => [fact.payment, fact.kind, fact.order, fact.value])
  return !isFoundBySame || !isDeepStrictEqual(byKey(told), byKey(was))
}

const byKey = (facts: readonly unknown[][]) =>
  new Map(facts.map(([payment, kind, ...said]) => [`${payment} ${kind}`, said]))
