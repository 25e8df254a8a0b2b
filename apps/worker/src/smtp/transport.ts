import { createTransport } from 'nodemailer'

/** nodemailer's own limits are minutes; a job's lock is seconds, and renewed, but a slot is precious. */
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
}>

/** `send` rejects with nodemailer's error. */
export function createMailer({ url, from, replyTo }: MailerOptions) {
  const sender = replyTo === undefined ? { from } : { from, replyTo }
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...TIMEOUTS }, sender)
  return {
    send: async ({ to, messageId, subject, text, html }: Mail): Promise<void> => {
      await transport.sendMail({
        to: [to].flat().map(address => ({ address, name: '' })),
        messageId,
        subject,
        text,
        html,
        headers: HEADERS
      })
    },
    close: () => transport.close()
  }
}
