import type { Finding } from '../finding.ts'
import type { FoundQueue } from '../found.ts'

const INVARIANT = 'no job waits or is active'
const NAMED = 5

/** Of a run that has drained; a running system always has some. What failed is shown by the rows of the database. */
export const noJobIsLeft = ({ kind, open, someOpen }: FoundQueue): Finding[] =>
  open === 0
    ? []
    : [
        {
          invariant: INVARIANT,
          is: 'open',
          concerns: someOpen[0] === undefined ? {} : { job: someOpen[0] },
          says: `${open} of ${kind} wait or are active: ${someOpen.slice(0, NAMED).join(', ')}`
        }
      ]
