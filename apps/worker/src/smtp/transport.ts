import { SENDING_ENDS_AFTER_MS } from '@paidonce/shared/sending-time'
import { createTransport } from 'nodemailer'

/** A mail server has few for us. No more letters are sent at once, so that none waits for a connection after its last look. */
export const CONNECTIONS = 3

/**
 * nodemailer's own limits are minutes; a job's lock is seconds, and renewed, but a slot is precious. Each is for one answer, and
 * a server may take its time for many.
 */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * A program writes (RFC 3834), and nobody's out-of-office note should answer it. A report that a mailbox does not exist is
 * still welcome, so not "All". No List-Unsubscribe: a buyer cannot wish not to hear of their own order.
 */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }

/** `to`: bare addresses. */
export type Mail = Readonly<{
  to: string | readonly string[]
  messageId: string
  subject: string
  text: string
  html: string
}>

type MailerOptions = Readonly<{
  /** smtp:// or smtps:// */
  url: string
  from: string
  /** Where answers go, if not to `from`. */
  replyTo?: string | undefined
  endsAfterMs?: number
}>

/**
 * `send` rejects with nodemailer's error. One that takes too long is ended wherever it is, and its connection closed, so that
 * nothing more of it goes out; a server that had all of it may have taken it, as with any answer that is lost.
 */
export function createMailer({ url, from, replyTo, endsAfterMs = SENDING_ENDS_AFTER_MS }: MailerOptions) {
  const sender = replyTo === undefined ? { from } : { from, replyTo }
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...TIMEOUTS }, sender)
  return {
    send: async ({ to, messageId, subject, text, html }: Mail): Promise<void> => {
      await transport.sendMail({
        to: [to].flat().map(address => ({ address, name: '' })),
        messageId,
        subject,
        text,
        html,
        headers: HEADERS,
        signal: AbortSignal.timeout(endsAfterMs)
      })
    },
    close: () => transport.close()
  }
}
