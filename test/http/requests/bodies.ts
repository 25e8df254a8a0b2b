import { type Row, refused, taken } from '../request.ts'
import { of } from './signed-body.ts'

/** The event with a member more, written as given, within its object. */
const withMember = (member: string) =>
  of(text => text.replace('"mode": "payment"', `"mode": "payment", ${member}`))
/** The same before, and behind, all others at its top. */
const withTop = (member: string) => of(text => text.replace('{', `{${member},`))
const withLast = (member: string) => of(text => text.replace(/\}$/, `,${member}}`))
const NO_JSON = [
  'NaN',
  'Infinity',
  '0x10',
  '01',
  '1.',
  '.5',
  '1e',
  "'x'",
  'undefined',
  '"\t"',
  '"\\x41"',
  '"\\u00"',
  '1 // one',
  '[1,]'
]

/** Numbers that other parsers choke on; JSON allows them. */
const NUMBERS = [
  '-0',
  '1e308',
  '1e400',
  '-1e400',
  '1e-400',
  '9'.repeat(400),
  `0.${'3'.repeat(400)}`,
  '9007199254740993'
]

/** Deeper than the stack of any recursive parser. */
const DEPTH = 100_000

/** What JSON can hold, and what only looks like it. */
export const BODIES: readonly Row[] = [
  taken(
    'with lines that end in CRLF',
    of(text => text.replaceAll('\n', '\r\n'))
  ),
  taken(
    'with CRLF behind it that was signed',
    of(text => `${text}\r\n\r\n`)
  ),
  taken(
    'among blanks, tabs and lines',
    of(text => `${' \t\r\n'.repeat(5_000)}${text}${'\n'.repeat(5_000)}`)
  ),
  refused(
    'behind a blank that is none in JSON',
    '400 NOT_JSON',
    of(text => `\u00a0${text}`)
  ),
  refused(
    'behind a form feed',
    '400 NOT_JSON',
    of(text => `\f${text}`)
  ),
  refused(
    'with a NUL behind it',
    '400 NOT_JSON',
    of(text => `${text}\0`)
  ),
  refused(
    'with a NUL in a text',
    '400 NOT_JSON',
    of(text => text.replace('Ann', '\0'))
  ),

  ...NO_JSON.map(value =>
    refused(`with the value ${JSON.stringify(value)}`, '400 NOT_JSON', withMember(`"odd": ${value}`))
  ),
  ...NUMBERS.map(value =>
    taken(`with the number ${value.slice(0, 20)}`, withMember(`"amount_total": ${value}`))
  ),
  refused('created beyond numbers', '400 NOT_AN_EVENT', withLast('"created": 1e400')),
  taken('created before everything', withLast('"created": -1e300')),
  taken('created in the far future', withLast('"created": 1e300')),

  taken('with a key twice', withTop('"id": "evt_first", "type": "a.b"')),
  { ...taken('with a type twice, the last of which we do not act on', withLast('"type": "a.b"')), queued: 0 },
  refused('with an id twice, the last of which is none', '400 NOT_AN_EVENT', withLast('"id": 5')),
  taken('with a __proto__ of its own', withTop('"__proto__": {"id": "evt_of_proto", "object": "x"}')),
  taken('with a __proto__ that is none', withMember('"__proto__": null, "constructor": {"prototype": 5}')),
  refused(
    'whose id is in its __proto__ alone',
    '400 NOT_AN_EVENT',
    of((_text, event) =>
      JSON.stringify({ ...event, id: undefined }).replace(
        '{',
        `{"__proto__": {"id": ${JSON.stringify(event.id)}},`
      )
    )
  ),
  taken(
    'with keys that every object has',
    withMember('"toString": 1, "valueOf": 2, "toJSON": 3, "hasOwnProperty": 4, "": 5')
  ),
  taken('with 50,000 keys', withMember(Array.from({ length: 50_000 }, (_, n) => `"k${n}":0`).join(','))),
  taken('with a list of 400,000', withMember(`"list": [${'0,'.repeat(400_000)}0]`)),

  refused(
    `with lists ${DEPTH} deep`,
    '400 NOT_AN_EVENT',
    withMember(`"deep": ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`)
  ),
  refused(
    `with objects ${DEPTH} deep`,
    '400 NOT_AN_EVENT',
    withMember(`"deep": ${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`)
  ),
  refused(
    'of half a million brackets that never close',
    '400 NOT_JSON',
    of(() => '['.repeat(524_288))
  ),
  {
    ...taken(
      `that is thin and ${DEPTH} deep`,
      of(() => `{"object":"v2.core.event","a":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`)
    ),
    queued: 0
  },
  refused(
    'within a list',
    '400 NOT_AN_EVENT',
    of(text => `[${text}]`)
  ),
  refused(
    'within a text',
    '400 NOT_AN_EVENT',
    of(text => JSON.stringify(text))
  ),
  refused(
    'twice in one body',
    '400 NOT_JSON',
    of(text => `${text}\n${text}`)
  ),
  refused(
    'as a form',
    '400 NOT_JSON',
    of(text => `payload=${encodeURIComponent(text)}`, 'content-type: application/x-www-form-urlencoded')
  )
]
