import { delivery, lengthLine, type Row, raw, textOf } from '../request.ts'

const BROKEN = '400 BAD_REQUEST'

const good = (event: Parameters<Row['parts']>[0]) => delivery(textOf(event))

/** A request for somewhere else, with a body that says how long it is. */
const elsewhere = (start: string, body: Buffer | string) =>
  raw({ start, lines: ['host: i', lengthLine(body)], body })

const unsigned = (body: Buffer | string) => elsewhere('POST /webhook HTTP/1.1', body)

/** Several requests on one connection, and requests that hide another one. */
export const SEVERAL: readonly Row[] = [
  {
    name: 'that comes fifty times in one piece',
    parts: event => [Buffer.concat(Array.from({ length: 50 }, () => good(event)))],
    answers: Array.from({ length: 50 }, () => '200'),
    connection: 'open',
    queued: 1
  },
  {
    name: 'that comes again with another payload before the first is answered',
    parts: event => [
      Buffer.concat([good(event), delivery(textOf({ ...event, data: { object: { other: true } } }))])
    ],
    answers: ['200', '200'],
    connection: 'open',
    queued: 1
  },
  {
    name: 'with one behind it that is not signed',
    parts: event => [Buffer.concat([good(event), unsigned(textOf(event))])],
    answers: ['200', '400 MISSING_SIGNATURE'],
    connection: 'open',
    queued: 1
  },
  {
    name: 'behind one that is not signed',
    parts: event => [Buffer.concat([unsigned(textOf(event)), good(event)])],
    answers: ['400 MISSING_SIGNATURE', '200'],
    connection: 'open',
    queued: 1
  },
  {
    name: 'between requests for somewhere else',
    parts: event => [
      Buffer.concat([elsewhere('GET / HTTP/1.1', ''), good(event), elsewhere('POST /other HTTP/1.1', 'x')])
    ],
    answers: ['404 NOT_FOUND', '200', '404 NOT_FOUND'],
    connection: 'open',
    queued: 1
  },
  {
    name: 'with garbage behind it',
    parts: event => [Buffer.concat([good(event), Buffer.from('garbage\r\n\r\n')])],
    answers: ['200', BROKEN],
    connection: 'closed',
    queued: 1
  },
  {
    name: 'with endless headers behind it',
    parts: event => [Buffer.concat([good(event), raw({ lines: ['host: i', `x: ${'x'.repeat(20_000)}`] })])],
    answers: ['200', '431 HEADERS_TOO_LARGE'],
    connection: 'closed',
    queued: 1
  },
  {
    name: 'with a request behind it that asks to close',
    parts: event => [Buffer.concat([good(event), delivery(textOf(event), ['connection: close'])])],
    answers: ['200', '200'],
    connection: 'closed',
    queued: 1
  },

  {
    name: 'hidden in the body of a request for somewhere else',
    parts: event => [elsewhere('POST /other HTTP/1.1', good(event))],
    answers: ['404 NOT_FOUND'],
    connection: 'open',
    queued: 0
  },
  {
    name: 'hidden in the body of a GET',
    parts: event => [elsewhere('GET /webhook HTTP/1.1', good(event))],
    answers: ['404 NOT_FOUND'],
    connection: 'open',
    queued: 0
  },
  {
    name: 'hidden in the body of one that is not signed',
    parts: event => [unsigned(good(event))],
    answers: ['400 MISSING_SIGNATURE'],
    connection: 'open',
    queued: 0
  },
  {
    name: 'hidden behind chunks that have a length too',
    parts: event => [
      raw({
        lines: ['host: i', 'content-length: 5', 'transfer-encoding: chunked'],
        body: Buffer.concat([Buffer.from('0\r\n\r\n'), good(event)])
      })
    ],
    answers: [BROKEN],
    connection: 'closed',
    queued: 0
  },
  {
    name: 'hidden behind an encoding that another server may take for chunks',
    parts: event => [
      raw({
        lines: ['host: i', 'transfer-encoding: chunked', 'transfer-encoding: x'],
        body: Buffer.concat([Buffer.from('0\r\n\r\n'), good(event)])
      })
    ],
    answers: [BROKEN],
    connection: 'closed',
    queued: 0
  },
  {
    name: 'hidden in a header behind a bare line feed',
    parts: event => [raw({ start: 'GET / HTTP/1.1', lines: ['host: i', `x: y\n\n${good(event)}`] })],
    answers: [BROKEN],
    connection: 'closed',
    queued: 0
  },
  {
    name: 'hidden in a body beyond the limit',
    parts: event => [unsigned(Buffer.concat([Buffer.alloc(1_100_000, ' '), good(event)]))],
    answers: ['413 BODY_TOO_LARGE'],
    connection: 'closed',
    queued: 0
  }
]
