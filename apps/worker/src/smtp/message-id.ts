import type { LetterJob } from '@paidonce/shared/outbox-jobs'

/**
 * The same for every try of one mail, so that a mail program can tell a repetition; another for a letter that a person wants sent
 * once more, or it would pass for one. `from`: the sender's address.
 */
export function messageIdOf({ kind, payment, id, sending }: LetterJob, from: string): string {
  return `<${kind}.${payment.replace(/[^A-Za-z0-9_]/g, '')}${sending === 0 ? `.${id}` : `.${id}.${sending}`}@${domainOf(from)}>`
}

/** The same for every try of one mail to operations, and no other's on earth: `mail` is a UUID. */
export const operationsMessageId = (mail: string, from: string): string =>
  `<operations.${mail}@${domainOf(from)}>`

const domainOf = (from: string) => from.match(/@([^<>@\s]+)>?$/)?.[1] ?? 'localhost'
