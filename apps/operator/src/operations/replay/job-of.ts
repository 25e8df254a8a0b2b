import type { ToReplay } from '@paidonce/ledger/replaying/portion'
import { type EventJob, readEventJob } from '@paidonce/shared/event-job'

/** An event that nobody can read again, and why. */
export type Unread = Readonly<{ event: string; why: string }>

/** The job by which an event is read again: from the ledger's payload, else from what Redis still has of it. */
export function jobOf(
  event: ToReplay,
  inRedis: EventJob | undefined,
  skipLetters: boolean
): EventJob | Unread {
  const { id, isKnown, isErased, received, payload } = event
  if (isErased) return { event: id, why: 'a person was erased from it' }
  try {
    const found =
      payload === null || received === null
        ? inRedis
        : readEventJob({ id, event: JSON.parse(payload), receivedAt: received.toISOString(), how: 'replay' })
    if (found === undefined)
      return { event: id, why: isKnown ? 'its payload is erased' : 'the ledger does not know it' }
    const { skipLetters: _, ...job } = found
    return { ...job, how: 'replay', ...(skipLetters && { skipLetters }) }
  } catch {
    return { event: id, why: 'its payload cannot be read' }
  }
}
