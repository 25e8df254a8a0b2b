import { reason } from '../reason.ts'
import { WhichQuery } from '../replays/which-query.ts'

/** Which failed events are to be discarded, and why, as a form or a program says it. */
export const DiscardWish = WhichQuery.extend({ why: reason(300) })
