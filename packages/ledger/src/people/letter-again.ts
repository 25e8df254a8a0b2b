import { AT_REST_AFTER_MS } from '@paidonce/shared/sending-time'
import type { Statement } from '../statement.ts'

/**
 * Nobody is sending it at this moment. A worker's last look says that it is about to, and the end of a try takes that back; one
 * that died in between is not waited for longer than any try can take.
 */
export const IS_AT_REST = `
  (status <> 'owed' or checked is null or checked < now() - interval '${AT_REST_AFTER_MS} milliseconds')`

/** What makes a letter owed anew: a job of its own for the relay to hand over, and the whole time for its tries. */
const OWED_ANEW = `
  status = 'owed', round = round + 1, asked = clock_timestamp(), handed_over = null, not_before = null, checked = null,
  done = null, reason = null`

/** As somebody saw it: a second press of the same button finds another round, and does nothing. */
export type SeenLetter = Readonly<{ id: string; round: number }>

/** Owes a letter once more, as another mail than those before, to `address` if one is given. */
export const resendLetter = (
  { id, round }: SeenLetter,
  address: string | null
): Statement<{ id: string }> => ({
  name: 'resend-letter',
  text: `
    update letters set ${OWED_ANEW}, sending = sending + 1, address = coalesce($3, address)
    where id = $1 and round = $2 and ${IS_AT_REST} returning id`,
  values: [id, round, address]
})

/** Which letters: named by their ids, or those of a kind in the same trouble. */
export type Troubled =
  | Readonly<{ ids: readonly string[] }>
  | Readonly<{ kind: string; status: 'owed' | 'given_up'; reason: string | null }>

/** Has letters that could not be sent tried at once, as the same mail. */
export const retryLetters = (troubled: Troubled, limit: number): Statement<{ id: string }> =>
  changeTroubled('retry', OWED_ANEW, troubled, [limit])

/** Leaves letters that could not be sent unsent for good. */
export const discardLetters = (
  troubled: Troubled,
  reason: string,
  limit: number
): Statement<{ id: string }> =>
  changeTroubled('discard', `status = 'withdrawn', done = now(), reason = $2`, troubled, [limit, reason])

function changeTroubled(
  verb: 'retry' | 'discard',
  change: string,
  troubled: Troubled,
  given: readonly unknown[]
): Statement<{ id: string }> {
  const [name, which, values] = whichOf(troubled, given.length)
  return {
    name: `${verb}-letters-${name}`,
    text: `
      update letters set ${change}
      where id in (select id from letters where ${which} and ${COULD_NOT_BE_SENT[verb]} and ${IS_AT_REST}
                   order by id limit $1 for update skip locked)
      returning id`,
    values: [...given, ...values]
  }
}

const COULD_NOT_BE_SENT = {
  retry: `(status = 'given_up' or status = 'owed' and reason is not null)`,
  discard: `status in ('given_up', 'owed')`
} as const

function whichOf(troubled: Troubled, after: number): readonly [string, string, readonly unknown[]] {
  const at = (index: number) => `$${after + index}`
  if ('ids' in troubled) return [`named`, `id = any(${at(1)}::bigint[])`, [troubled.ids]]
  const { kind, status, reason } = troubled
  return [
    'of-group',
    `kind = ${at(1)} and status = ${at(2)} and reason is not distinct from ${at(3)}`,
    [kind, status, reason]
  ]
}
