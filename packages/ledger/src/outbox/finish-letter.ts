import type { Statement } from '../statement.ts'

/** What became of one try to send a letter. `owed`: it will be tried again, and `reason` says what was in the way. */
export type LetterOutcome = Readonly<{
  id: string
  round: number
  status: 'sent' | 'given_up' | 'owed'
  recipient: string | null
  locale: string
  reason: string | null
  /** When this try looked at it last. Another try may have looked since: a job that stalled is run twice. */
  checked: string
}>

/** Says nothing of a letter that a person gave back meanwhile. */
export const finishLetter = (outcome: LetterOutcome): Statement => ({
  name: 'finish-letter',
  text: `
    update letters set
      status = $2, recipient = $3, locale = $4, reason = $5, attempts = attempts + 1,
      checked = case when $2 <> 'owed' then $7::timestamptz when checked = $7::timestamptz then null else checked end,
      done = case when $2 = 'owed' then null else now() end
    where id = $1 and status = 'owed' and round = $6`,
  values: [
    outcome.id,
    outcome.status,
    outcome.recipient,
    outcome.locale,
    outcome.reason,
    outcome.round,
    outcome.checked
  ]
})
