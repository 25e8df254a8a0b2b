import { serverUrl } from '@paidonce/shared/read-environment'

/** Written into the log, or into nothing at all: what the mail client would do with letters if a URL asked it to. */
const ASIDE = [
  'logger',
  'debug',
  'transactionLog',
  'pool',
  'sendmail',
  'streamTransport',
  'jsonTransport',
  'SES'
]

/** A mail server, and how to talk to it. What is asked for behind the `?` goes before all that we say ourselves. */
export const smtpUrl = serverUrl(/^smtps?$/, 'must be an smtp:// or smtps:// URL').refine(
  url => !ASIDE.some(name => new URL(url).searchParams.has(name)),
  `letters go to the mail server alone, and not into a log: leave out ${ASIDE.map(name => `?${name}`).join(', ')}`
)
