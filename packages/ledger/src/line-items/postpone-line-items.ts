import type { Statement } from '../statement.ts'
import type { WantedList } from './claim-line-item-lists.ts'

type Postponed = Readonly<{ list: WantedList; delayMs: number; reason: string }>

/** They were not to be had now. */
export const postponeLineItems = ({ list, delayMs, reason }: Postponed): Statement => ({
  name: 'postpone-line-items',
  text: `
    update line_item_lists set next_try = now() + $3 * interval '1 ms', reason = $4
    where account = $1 and session_id = $2`,
  values: [list.account, list.session, delayMs, reason]
})

/** They will never be had. */
export const giveUpLineItems = (list: WantedList, reason: string): Statement => ({
  name: 'give-up-line-items',
  text: `update line_item_lists set given_up = now(), reason = $3 where account = $1 and session_id = $2`,
  values: [list.account, list.session, reason]
})
