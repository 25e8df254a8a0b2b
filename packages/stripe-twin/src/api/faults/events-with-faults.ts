import { isChosen } from '../../lose/choice.ts'
import type { Source } from '../lists/source.ts'
import type { KeptEvent } from '../shelves/kinds.ts'
import type { FaultShelf } from './fault-shelf.ts'
import { inOtherVersion } from './in-other-version.ts'

type Ports = Readonly<{ events: Source<KeptEvent>; faults: FaultShelf; nowMs: () => number }>

/** The same events, but for the faults that stand: some are not there, not yet there, were never delivered, or look different. */
export function eventsWithFaults({ events, faults, nowMs }: Ports): Source<KeptEvent> {
  const isMeant = (kind: 'lose' | 'never_generate', { event }: KeptEvent) =>
    faults.standing(kind).some(choice => isChosen(event, choice))
  const isLate = ({ event }: KeptEvent) =>
    faults
      .standing('late_listing')
      .some(late => isChosen(event, late) && event.created * 1_000 + (late.delayMs ?? 0) > nowMs())

  const shown = (kept: KeptEvent): KeptEvent => {
    const other = faults.standing('other_version').find(choice => isChosen(kept.event, choice))
    return {
      event: other === undefined ? kept.event : inOtherVersion(kept.event, other.version),
      isDelivered: kept.isDelivered && !isMeant('lose', kept)
    }
  }

  return {
    placeOf: events.placeOf,
    find(id) {
      const kept = events.find(id)
      return kept === undefined || isMeant('never_generate', kept) ? undefined : shown(kept)
    },
    *walk(walk, wish) {
      for (const kept of events.walk(walk, wish))
        if (!isMeant('never_generate', kept) && !isLate(kept)) yield shown(kept)
    }
  }
}

/** Whether the twin keeps this event from the webhook. */
export const isWithheld = (event: KeptEvent['event'], faults: FaultShelf): boolean =>
  [...faults.standing('lose'), ...faults.standing('never_generate')].some(choice => isChosen(event, choice))
