import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFindMarks } from './find-marks.ts'
import { BUYER, MARKS, SECRETS } from './marks.ts'

const SIGNATURE = 'f0e1d2c3b4a5968778695a4b3c2d1e0f'.repeat(2)
const find = createFindMarks([SIGNATURE])

const secret = MARKS['signing secret']
const hex = (text: string) => Buffer.from(text).toString('hex')

for (const [how, text] of [
  ['as it is', SECRETS.current],
  ['in capitals', SECRETS.current.toUpperCase()],
  ['cut at its end', SECRETS.current.slice(0, 18)],
  ['cut at its beginning', `…${SECRETS.current.slice(-10)}`],
  ['in hexadecimal', hex(SECRETS.current)],
  ['in hexadecimal capitals', hex(SECRETS.current).toUpperCase()],
  ['in base64', Buffer.from(SECRETS.current).toString('base64')],
  ['in base64, a byte later', Buffer.from(`a${SECRETS.current}bc`).toString('base64')],
  ['in base64, two bytes later', Buffer.from(`ab${SECRETS.current}b`).toString('base64')],
  ['in the base64 of URLs', Buffer.from(`?>${secret}?>`).toString('base64url')],
  ['every letter as a percent code', secret.replaceAll(/./g, letter => `%${hex(letter)}`)],
  ['every letter as an escape of JSON', secret.replaceAll(/./g, letter => `\\u00${hex(letter)}`)],
  ['in JSON within JSON', JSON.stringify(JSON.stringify({ a: `"${SECRETS.current}"` }))],
  ['over two lines of a mail', `${secret.slice(0, 8)}=\r\n${secret.slice(8)}`]
] as const) {
  test(`a secret is found ${how}`, () => assert.deepEqual(find(`before ${text} after`), ['signing secret']))
}

test('a signature is found, and a piece of one', () => {
  assert.deepEqual(find(`t=1,v1=${SIGNATURE}`), ['signature'])
  assert.deepEqual(find(SIGNATURE.slice(20, 40)), ['signature'])
})

test('of several marks each is named, and a text without any has none', () => {
  assert.deepEqual(find(JSON.stringify(BUYER)), [
    'address of a buyer',
    'name of a buyer',
    'phone of a buyer',
    'street of a buyer'
  ])
  assert.deepEqual(find('whsec_ something else, evt_1, 2026-11-24T08:00:00.000Z'), [])
})

test('no piece of one mark is a piece of another', () => {
  for (const [mark, text] of Object.entries(MARKS)) assert.deepEqual(find(text), [mark])
})
