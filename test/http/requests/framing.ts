import {
  chunk,
  chunkedDelivery,
  cut,
  delivery,
  LAST_CHUNK,
  type Row,
  raw,
  refused,
  signatureLine,
  taken,
  textOf
} from '../request.ts'

const BROKEN = '400 BAD_REQUEST'

const byteByByte = (bytes: Buffer): Buffer[] => [...bytes].map(byte => Buffer.of(byte))

/** A delivery whose length is told by these lines. */
const lengths =
  (...tell: readonly ((length: number) => string)[]): Row['parts'] =>
  event => {
    const body = textOf(event)
    const told = tell.map(line => line(Buffer.byteLength(body)))
    return [raw({ lines: ['host: i', signatureLine(body), ...told], body })]
  }

/** A delivery in one chunk under this header line. */
const encoded =
  (line: string): Row['parts'] =>
  event => {
    const body = textOf(event)
    return [raw({ lines: ['host: i', signatureLine(body), line], body: `${chunk(body)}${LAST_CHUNK}` })]
  }

const chunks =
  (write: (body: string) => string): Row['parts'] =>
  event => [chunkedDelivery(textOf(event), write(textOf(event)))]

/** Where a sender may stop. */
const LEFT: readonly (readonly [where: string, begin: (whole: Buffer) => Buffer])[] = [
  ['within its headers', whole => whole.subarray(0, 60)],
  ['between its headers and its body', whole => whole.subarray(0, whole.indexOf('\r\n\r\n') + 4)],
  ['a byte before its end', whole => whole.subarray(0, -1)]
]

/** How a request says where it ends. */
export const FRAMING: readonly Row[] = [
  taken('in one piece', event => [delivery(textOf(event))]),
  taken('a byte at a time', event => byteByByte(delivery(textOf(event)))),
  taken('after blank lines', event => [`\r\n\r\n`, delivery(textOf(event))]),
  taken('with blank lines behind it', event => [delivery(textOf(event)), '\r\n\r\n']),

  taken(
    'in chunks of one byte',
    chunks(body => [...body].map(char => chunk(char)).join('') + LAST_CHUNK)
  ),
  taken(
    'in chunks that have extensions',
    chunks(body => chunk(body, ';a=b;c="d"') + LAST_CHUNK)
  ),
  taken(
    'in a chunk whose size has zeros in front',
    chunks(body => `0000${chunk(body)}${LAST_CHUNK}`)
  ),
  taken(
    'in chunks with trailers',
    chunks(body => `${chunk(body)}0\r\nx-after: 1\r\n\r\n`)
  ),
  refused('whose signature comes as a trailer', '400 MISSING_SIGNATURE', event => {
    const body = textOf(event)
    const lines = ['host: i', 'trailer: stripe-signature', 'transfer-encoding: chunked']
    return [raw({ lines, body: `${chunk(body)}0\r\n${signatureLine(body)}\r\n\r\n` })]
  }),
  cut(
    'in a chunk whose size is no number',
    BROKEN,
    chunks(body => `size\r\n${body}\r\n${LAST_CHUNK}`)
  ),
  cut(
    'in a chunk of a negative size',
    BROKEN,
    chunks(body => `-${chunk(body)}${LAST_CHUNK}`)
  ),
  cut(
    'in a chunk whose size is beyond numbers',
    BROKEN,
    chunks(body => `${'f'.repeat(17)}\r\n${body}`)
  ),
  cut(
    'in a chunk that is longer than it says',
    BROKEN,
    chunks(body => `1\r\n${body}\r\n${LAST_CHUNK}`)
  ),
  cut(
    'in a chunk whose extension is endless',
    BROKEN,
    chunks(body => chunk(body, `;${'e'.repeat(20_000)}`))
  ),
  cut(
    'in a chunk that ends in a bare line feed',
    BROKEN,
    chunks(body => `${body.length.toString(16)}\n${body}\n0\n\n`)
  ),

  cut(
    'with a length and in chunks',
    BROKEN,
    lengths(
      n => `content-length: ${n}`,
      () => 'transfer-encoding: chunked'
    )
  ),
  cut(
    'in chunks and with a length',
    BROKEN,
    lengths(
      () => 'transfer-encoding: chunked',
      n => `content-length: ${n}`
    )
  ),
  cut(
    'with two lengths',
    BROKEN,
    lengths(
      n => `content-length: ${n}`,
      () => 'content-length: 3'
    )
  ),
  cut(
    'with its length twice',
    BROKEN,
    lengths(
      n => `content-length: ${n}`,
      n => `content-length: ${n}`
    )
  ),
  cut(
    'with a list of lengths',
    BROKEN,
    lengths(n => `content-length: ${n}, ${n}`)
  ),
  cut(
    'with a length that has a sign',
    BROKEN,
    lengths(n => `content-length: +${n}`)
  ),
  cut(
    'with a negative length',
    BROKEN,
    lengths(() => 'content-length: -1')
  ),
  cut(
    'with a length in hexadecimal',
    BROKEN,
    lengths(n => `content-length: 0x${n.toString(16)}`)
  ),
  cut(
    'with a length that has a blank in it',
    BROKEN,
    lengths(n => `content-length: ${n} 0`)
  ),
  cut(
    'with a length beyond numbers',
    BROKEN,
    lengths(() => `content-length: ${'9'.repeat(30)}`)
  ),
  cut(
    'with an empty length',
    BROKEN,
    lengths(() => 'content-length:')
  ),
  taken(
    'with a length that has zeros in front',
    lengths(n => `content-length: 0000${n}`)
  ),

  taken('in chunks, said in capitals', encoded('TRANSFER-ENCODING: CHUNKED')),
  cut('in chunks, said with a blank before the colon', BROKEN, encoded('transfer-encoding : chunked')),
  cut('in an encoding that is nearly chunked', BROKEN, encoded('transfer-encoding: xchunked')),
  cut('in chunks that are not the last encoding', BROKEN, encoded('transfer-encoding: chunked, identity')),
  cut('in chunks, said with a vertical tab', BROKEN, encoded('transfer-encoding: \x0bchunked')),

  ...LEFT.map(
    ([where, begin]): Row => ({
      ...cut(`that its sender leaves ${where}`, BROKEN, event => [begin(delivery(textOf(event)))]),
      ending: 'FIN'
    })
  ),
  ...[...LEFT, ['before anything', () => Buffer.alloc(0)] as const].map(
    ([where, begin]): Row => ({
      ...cut(`whose connection is reset ${where}`, '', event => [begin(delivery(textOf(event)))]),
      ending: 'RST',
      answers: []
    })
  ),

  {
    ...taken('that waits to be told to go on', event => [delivery(textOf(event), ['expect: 100-continue'])]),
    answers: ['100', '200']
  },
  {
    ...cut('that is told to go on and leaves', '', event => [
      delivery(textOf(event), ['expect: 100-continue']).subarray(0, -20)
    ]),
    ending: 'FIN',
    answers: ['100', BROKEN]
  },
  refused('that expects what nobody knows', '417', event => [delivery(textOf(event), ['expect: coffee'])])
]
