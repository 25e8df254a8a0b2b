import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { Letter } from './letter.ts'

const mostBytes = 10 * 1024 * 1024

export type Envelope = Readonly<{ from: string; to: readonly string[] }>

/** What to answer: undefined takes the letter, a code refuses it, 'hang' never answers. */
export type Answer = undefined | Readonly<{ code: number; message: string }> | 'hang'

type Catch = Readonly<{
  host: string
  port: number
  decide(envelope: Envelope): Answer
  put(letter: Letter): void
}>

/** Listens for mail, which goes nowhere but to `put`. */
export async function catchLetters({ host, port, decide, put }: Catch) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    size: mostBytes,
    async onData(stream, session, callback) {
      const envelope = envelopeOf(session)
      const parsed = await simpleParser(stream).catch(() => undefined)
      const answer = decide(envelope)
      if (answer === 'hang') return
      if (answer !== undefined) return callback(refusal(answer.code, answer.message))
      if (parsed === undefined) return callback(refusal(554, 'This is not a letter'))
      if (stream.sizeExceeded) return callback(refusal(552, 'Too large'))
      const { subject = '', messageId = '', text = '', html } = parsed
      const from = parsed.from?.text ?? envelope.from
      const date = new Date().toISOString()
      put({ id: randomUUID(), from, to: envelope.to, subject, messageId, date, text, html: html || '' })
      callback()
    }
  })
  server.on('error', () => undefined) // a sender that breaks off is its own affair
  server.listen(port, host)
  await once(server.server, 'listening')
  const address = server.server.address() as AddressInfo
  const close = async () => await new Promise<void>(resolve => server.close(() => resolve()))
  return { port: address.port, close }
}

function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { from, to: envelope.rcptTo.map(({ address }) => address) }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
