import { createTransport } from 'nodemailer'

/** nodemailer's own limits are minutes; a job's lock is seconds, and renewed, but a slot is precious. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

export type Mail = Readonly<{ to: string; messageId: string; subject: string; text: string; html: string }>

/** Sends by `url` (smtp:// or smtps://) in the name of `from`. `send` rejects with nodemailer's error. */
export function createMailer(url: string, from: string) {
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...TIMEOUTS }, { from })
  return {
    send: async (mail: Mail): Promise<void> => {
      await transport.sendMail({ ...mail, to: { address: mail.to, name: '' } })
    },
    close: () => transport.close()
  }
}
