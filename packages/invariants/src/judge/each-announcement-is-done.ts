import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = "each announcement was completed by the shop's own code"

/** A shop may take its time, so in a running system those that wait are only counted. */
export const eachAnnouncementIsDone = (order: FoundOrder): Finding[] =>
  order.announcements
    .filter(({ done }) => done === null)
    .map(({ id, kind, at }) =>
      about(INVARIANT, order)(`${kind} is not done`, { is: 'open', announcement: id, at })
    )
