import type { Statement } from '../statement.ts'

export const finishOperationsMail = (mail: string): Statement => ({
  name: 'finish-operations-mail',
  text: 'update operations_mails set sent = now(), reason = null where id = $1 and sent is null',
  values: [mail]
})

/** It could not be sent, and is tried again. */
export const postponeOperationsMail = (mail: string, delayMs: number, reason: string): Statement => ({
  name: 'postpone-operations-mail',
  text: `
    update operations_mails set next_try = now() + $2 * interval '1 ms', reason = $3
    where id = $1 and sent is null`,
  values: [mail, delayMs, reason]
})
