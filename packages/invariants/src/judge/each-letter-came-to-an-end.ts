import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'each letter is sent, withdrawn or given up'
const ENDS = ['sent', 'withdrawn', 'given_up']

/** One that is still owed may come to its end yet: a mail server may ask us to wait for hours. */
export function eachLetterCameToAnEnd(order: FoundOrder): Finding[] {
  const finding = about(INVARIANT, order)
  return order.letters.flatMap(({ id, status }) => {
    if (ENDS.includes(status)) return []
    return status === 'owed'
      ? [finding('it is still owed', { is: 'open', letter: id })]
      : [finding(`"${status}" is no state of a letter`, { letter: id })]
  })
}
