import { nowS, signatureOf, v1Of } from '../../support/signature.ts'
import {
  cut,
  delivery,
  lengthLine,
  type Row,
  raw,
  refused,
  signatureLine,
  taken,
  textOf
} from '../request.ts'

const BROKEN = '400 BAD_REQUEST'

/** A good delivery with these lines beside. */
const beside =
  (...lines: readonly string[]): Row['parts'] =>
  event => [delivery(textOf(event), lines)]

/** A good delivery with these lines where its signature should be. */
const signedBy =
  (write: (body: string) => readonly string[]): Row['parts'] =>
  event => {
    const body = textOf(event)
    return [raw({ lines: ['host: i', lengthLine(body), ...write(body)], body })]
  }

const started =
  (start: string, ...more: readonly string[]): Row['parts'] =>
  event => [delivery(textOf(event), more, start)]

const wrong = (count: number) => Array.from({ length: count }, () => `v1=${'0'.repeat(64)}`).join(',')

/** Not even the form of a content type, which Fastify wants; any of that form is taken. */
const NO_CONTENT_TYPES = ['', ';', 'json']

const CONTENT_TYPES = [
  'application/json;charset=utf-16',
  'multipart/form-data',
  'application/json; charset="',
  'text/html; charset=\xff',
  `application/json;${' '.repeat(5_000)}x`,
  '__proto__/constructor'
]

/** What a request's head can hold. */
export const HEADERS: readonly Row[] = [
  taken(
    'of 150 signatures of which the last is right',
    signedBy(body => [`stripe-signature: t=${nowS()},${wrong(150)},v1=${v1Of({ body })}`])
  ),
  refused(
    'of 200 signatures of which none is right',
    '400 BAD_SIGNATURE',
    signedBy(() => [`stripe-signature: t=${nowS()},${wrong(200)}`])
  ),
  refused(
    'of a hundred times and one signature',
    '400 MALFORMED_SIGNATURE',
    signedBy(body => [`stripe-signature: ${`t=${nowS()},`.repeat(100)}v1=${v1Of({ body })}`])
  ),
  refused(
    'whose signature stands on two lines',
    '400 BAD_SIGNATURE',
    signedBy(body => [`stripe-signature: t=${nowS()}`, `stripe-signature: v1=${v1Of({ body })}`])
  ),
  refused(
    'of a signature and 10,000 commas',
    '400 BAD_SIGNATURE',
    signedBy(() => [`stripe-signature: t=${nowS()}${','.repeat(10_000)}`])
  ),
  refused(
    'of a signature and 10,000 blanks',
    '400 MALFORMED_SIGNATURE',
    signedBy(() => [`stripe-signature: x,${' '.repeat(10_000)}x`])
  ),
  refused(
    'of a signature in bytes beyond ASCII',
    '400 MALFORMED_SIGNATURE',
    signedBy(() => ['stripe-signature: \xff\xfe'])
  ),
  refused(
    'of a signature under a name that is nearly right',
    '400 MISSING_SIGNATURE',
    signedBy(body => [`stripe_signature: ${signatureOf({ body })}`])
  ),
  taken(
    'of a signature under a name in capitals',
    signedBy(body => [`STRIPE-SIGNATURE: ${signatureOf({ body })}`])
  ),
  taken(
    'of a signature among blanks and tabs',
    signedBy(body => [`stripe-signature:\t  ${signatureOf({ body })} \t`])
  ),

  cut('with a NUL in a value', BROKEN, beside('x: a\0b')),
  cut('with a NUL in a name', BROKEN, beside('x\0y: a')),
  cut(
    'with a NUL in its signature',
    BROKEN,
    signedBy(body => [`${signatureLine(body)}\0`])
  ),
  cut('with a bare carriage return', BROKEN, beside('x: a\rb')),
  cut('with a bare line feed', BROKEN, beside('x: a\nb: c')),
  cut('with a DEL in a value', BROKEN, beside('x: a\x7fb')),
  taken('with bytes beyond ASCII in a value', beside('x: \xff\xfe')),
  cut('with bytes beyond ASCII in a name', BROKEN, beside('\xff: x')),
  cut('with a line that has no colon', BROKEN, beside('nothing')),
  cut('with a name that is empty', BROKEN, beside(': x')),
  cut('with a blank before a colon', BROKEN, beside('x : y')),
  cut('with a bracket in a name', BROKEN, beside('x(: y')),
  cut('with a first header that is folded', BROKEN, event => [
    raw({
      lines: [' x: y', 'host: i', signatureLine(textOf(event)), lengthLine(textOf(event))],
      body: textOf(event)
    })
  ]),
  cut('with a value that is folded', BROKEN, beside('x: a', '\tb')),
  cut(
    'whose signature is folded',
    BROKEN,
    signedBy(body => [`stripe-signature: t=${nowS()},`, ` v1=${v1Of({ body })}`])
  ),

  taken('with names that every object has', beside('__proto__: x', 'constructor: x', 'toString: x')),
  taken('with 500 headers', beside(...Array.from({ length: 500 }, () => 'a:'))),
  taken('with a header of 15,000 bytes', beside(`x: ${'x'.repeat(15_000)}`)),
  cut('with a header of 17,000 bytes', '431 HEADERS_TOO_LARGE', beside(`x: ${'x'.repeat(17_000)}`)),
  cut(
    'with headers of 17,000 bytes together',
    '431 HEADERS_TOO_LARGE',
    beside(...Array.from({ length: 170 }, () => `x: ${'x'.repeat(95)}`))
  ),
  taken(
    'with headers that proxies use',
    beside(
      'x-forwarded-for: \xff, ::',
      'forwarded: for=',
      'x-http-method-override: GET',
      'x-original-url: /other',
      'accept-version: 9'
    )
  ),
  ...NO_CONTENT_TYPES.map(type =>
    refused(`of the content type "${type}"`, '415 BAD_REQUEST', beside(`content-type: ${type}`))
  ),
  ...CONTENT_TYPES.map(type =>
    taken(`of the content type "${type.slice(0, 40)}"`, beside(`content-type: ${type}`))
  ),
  taken('of two content types', beside('content-type: application/json', 'content-type: text/plain')),

  cut('without a host', '400', event => [
    raw({ lines: [signatureLine(textOf(event)), lengthLine(textOf(event))], body: textOf(event) })
  ]),
  taken('for a host that is empty', event => [
    raw({ lines: ['host:', signatureLine(textOf(event)), lengthLine(textOf(event))], body: textOf(event) })
  ]),
  taken('for two hosts', beside('host: j')),

  taken('that would rather speak WebSocket', beside('connection: upgrade', 'upgrade: websocket')),
  taken(
    'that would rather speak HTTP/2',
    beside('connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: AAMAAABk')
  ),
  {
    ...taken('after which it wants the connection closed', beside('connection: close')),
    connection: 'closed'
  },
  { ...taken('of HTTP/1.0', started('POST /webhook HTTP/1.0')), connection: 'closed' },
  { ...taken('that calls itself HTTP/2', started('POST /webhook HTTP/2.0')), connection: 'closed' },
  cut('of HTTP/9.9', BROKEN, started('POST /webhook HTTP/9.9')),
  { ...taken('of no version', started('POST /webhook')), connection: 'closed' },
  cut('of HTTP/2’s own first bytes', BROKEN, () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']),
  cut('by a method in small letters', BROKEN, started('post /webhook HTTP/1.1')),
  cut('by a method that nobody knows', BROKEN, started('BREW /webhook HTTP/1.1')),
  {
    ...cut('that wants a tunnel', '', () => [raw({ start: 'CONNECT i:80 HTTP/1.1', lines: ['host: i'] })]),
    answers: []
  },
  refused('to a path in capitals', '404 NOT_FOUND', started('POST /WEBHOOK HTTP/1.1')),
  refused('to a path with two slashes', '404 NOT_FOUND', started('POST //webhook HTTP/1.1')),
  refused('to a path with a dot', '404 NOT_FOUND', started('POST /./webhook HTTP/1.1')),
  refused('to a path with an escaped NUL', '404 NOT_FOUND', started('POST /webhook%00 HTTP/1.1')),
  refused('to a path that is escaped wrongly', BROKEN, started('POST /webhook%f HTTP/1.1')),
  refused('to a path with a fragment', '404 NOT_FOUND', started('POST /webhook%23x HTTP/1.1')),
  taken('to a path with a query escaped wrongly', started('POST /webhook?%zz=%&&&=[__proto__] HTTP/1.1')),
  taken('to an escaped path', started('POST /%77ebhook HTTP/1.1')),
  cut('to a path with a blank', BROKEN, started('POST /web hook HTTP/1.1')),
  cut('to an endless path', '431 HEADERS_TOO_LARGE', started(`POST /${'x'.repeat(17_000)} HTTP/1.1`)),
  refused('to a star', '404 NOT_FOUND', started('OPTIONS * HTTP/1.1'))
]
