import type { LetterJob } from '@paidonce/shared/outbox-jobs'

/** The same for every try of one letter, so that a mail program can tell a repetition. `from`: the sender's address. */
export function messageIdOf({ kind, payment, id }: LetterJob, from: string): string {
  return `<${kind}.${payment.replace(/[^A-Za-z0-9_]/g, '')}.${id}@${domainOf(from)}>`
}

/** The same for every try of one mail to operations, and no other's on earth: `mail` is a UUID. */
export const operationsMessageId = (mail: string, from: string): string =>
  `<operations.${mail}@${domainOf(from)}>`

const domainOf = (from: string) => from.match(/@([^<>@\s]+)>?$/)?.[1] ?? 'localhost'
