import type { LetterJob } from '@paidonce/shared/outbox-jobs'

/** The same for every try of one letter, so that a mail program can tell a repetition. `from`: the sender's address. */
export function messageIdOf({ kind, payment, id }: LetterJob, from: string): string {
  const domain = from.match(/@([^<>@\s]+)>?$/)?.[1] ?? 'localhost'
  return `<${kind}.${payment.replace(/[^A-Za-z0-9_]/g, '')}.${id}@${domain}>`
}
