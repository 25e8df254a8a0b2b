import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { signatureOf } from '../support/signature.ts'

/** Ends the connection from the sender's side: with the rest (`FIN`), or in the middle of everything (`RST`). */
export type Ending = 'FIN' | 'RST'

/** One hostile or odd request, or several, and what has to become of it. */
export type Row = Readonly<{
  name: string
  /** What is written, each part flushed before the next. Made when it is sent, since a signature does not keep. */
  parts: (event: StripeEvent) => readonly (string | Buffer)[]
  /** How the sender leaves after its last part; it stays if not given. */
  ending?: Ending
  /** Every answer in its order, as `<status> <code>`; the code only where our reply has one. */
  answers: readonly string[]
  /** Whether the connection still serves the next delivery afterwards. */
  connection: 'open' | 'closed'
  /** How many jobs hold the event. */
  queued: 0 | 1
}>

/** The event as Stripe would write it. */
export const textOf = (event: StripeEvent): string => JSON.stringify(event, null, 2)

export const signatureLine = (body: string | Buffer): string => `stripe-signature: ${signatureOf({ body })}`

export const lengthLine = (body: string | Buffer): string => `content-length: ${Buffer.byteLength(body)}`

type Raw = Readonly<{ start?: string; lines?: readonly string[]; body?: string | Buffer }>

/** A request of exactly these lines; only the blank line is added. Text goes out as Latin-1, a byte a character. */
export const raw = ({ start = 'POST /webhook HTTP/1.1', lines = [], body = '' }: Raw): Buffer =>
  Buffer.concat([
    Buffer.from(`${[start, ...lines].join('\r\n')}\r\n\r\n`, 'latin1'),
    Buffer.isBuffer(body) ? body : Buffer.from(body)
  ])

/** A signed delivery, with whatever else its head should hold. */
export const delivery = (
  body: string | Buffer,
  more: readonly string[] = [],
  start = 'POST /webhook HTTP/1.1'
): Buffer => raw({ start, lines: ['host: i', signatureLine(body), lengthLine(body), ...more], body })

/** The same in chunks, written as given. */
export const chunkedDelivery = (body: string, chunks: string, more: readonly string[] = []): Buffer =>
  raw({ lines: ['host: i', signatureLine(body), 'transfer-encoding: chunked', ...more], body: chunks })

export const chunk = (text: string, extension = ''): string =>
  `${Buffer.byteLength(text).toString(16)}${extension}\r\n${text}\r\n`

export const LAST_CHUNK = '0\r\n\r\n'

/** What is taken: 200, one job, and the connection goes on. */
export const taken = (name: string, parts: Row['parts']): Row => ({
  name,
  parts,
  answers: ['200'],
  connection: 'open',
  queued: 1
})

/** What is refused within the bounds of HTTP: the connection goes on. */
export const refused = (name: string, answer: string, parts: Row['parts']): Row => ({
  name,
  parts,
  answers: [answer],
  connection: 'open',
  queued: 0
})

/** What breaks HTTP itself: nothing that follows on the connection could be trusted, so it is cut. */
export const cut = (name: string, answer: string, parts: Row['parts']): Row => ({
  name,
  parts,
  answers: [answer],
  connection: 'closed',
  queued: 0
})
