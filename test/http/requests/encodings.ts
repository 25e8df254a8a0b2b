import { deflateSync, gzipSync } from 'node:zlib'
import { signatureOf } from '../../support/signature.ts'
import { lengthLine, type Row, raw, refused, taken, textOf } from '../request.ts'
import { mended, of } from './signed-body.ts'

/** The event with bytes within a text. */
const withBytes =
  (...bytes: readonly number[]) =>
  (text: string) =>
    Buffer.from(text.replace('Ann', String.fromCharCode(...bytes)), 'latin1')

/** Small enough to be read, and far too large to be unpacked. */
const bomb = () => gzipSync(Buffer.alloc(67_108_864), { level: 1 })

/** The bytes that a text is made of, and what they are called. */
export const ENCODINGS: readonly Row[] = [
  refused(
    'in UTF-16',
    '400 NOT_JSON',
    of(text => Buffer.from(text, 'utf16le'))
  ),
  refused(
    'in UTF-16 with its BOM',
    '400 BAD_SIGNATURE',
    of(text => Buffer.from(`\ufeff${text}`, 'utf16le'))
  ),
  refused(
    'in UTF-16, signed as it is read',
    '400 NOT_JSON',
    mended(text => Buffer.from(`\ufeff${text}`, 'utf16le'))
  ),
  refused('in Latin-1', '400 BAD_SIGNATURE', of(withBytes(0xe9))),
  refused('with a NUL in two bytes', '400 NOT_JSON', mended(withBytes(0xc0, 0x80))),
  refused('with a surrogate in three bytes', '400 NOT_JSON', mended(withBytes(0xed, 0xa0, 0x80))),
  refused('with a character beyond Unicode', '400 NOT_JSON', mended(withBytes(0xf4, 0x90, 0x80, 0x80))),
  refused(
    'with half a character at its end',
    '400 NOT_JSON',
    mended(text => Buffer.concat([Buffer.from(text), Buffer.of(0xf0, 0x9f)]))
  ),
  taken(
    'with characters of four bytes',
    of(text => text.replace('Ann', '🎟️𝒜\u{10ffff}'))
  ),
  taken(
    'with a NUL that is escaped',
    of(text => text.replace('Ann', '\\u0000'))
  ),
  taken(
    'with lone surrogates that are escaped',
    of(text => text.replace('Ann', '\\ud800 \\udc00'))
  ),
  taken(
    'of texts that are all escapes',
    of(text => text.replace('Ann', '\\u0000'.repeat(170_000)))
  ),

  taken(
    'that is called gzip and is none',
    of(text => text, 'content-encoding: gzip')
  ),
  taken(
    'that is called by several encodings',
    of(text => text, 'content-encoding: br, gzip, nonsense')
  ),
  refused(
    'in gzip',
    '400 BAD_SIGNATURE',
    of(text => gzipSync(text), 'content-encoding: gzip')
  ),
  refused(
    'in gzip, not said',
    '400 BAD_SIGNATURE',
    of(text => gzipSync(text))
  ),
  refused(
    'in gzip, signed as it is read',
    '400 NOT_JSON',
    mended(text => gzipSync(text))
  ),
  refused('in gzip, signed unpacked', '400 BAD_SIGNATURE', event => {
    const body = gzipSync(textOf(event))
    const signature = signatureOf({ body: textOf(event) })
    const lines = ['host: i', `stripe-signature: ${signature}`, lengthLine(body), 'content-encoding: gzip']
    return [raw({ lines, body })]
  }),
  refused(
    'in deflate',
    '400 BAD_SIGNATURE',
    of(text => deflateSync(text), 'content-encoding: deflate')
  ),
  refused(
    'that would be 64 MiB unpacked',
    '400 BAD_SIGNATURE',
    of(() => bomb(), 'content-encoding: gzip')
  )
]
