import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitStart } from './aof.ts'

const command = (...parts: readonly string[]) =>
  `*${parts.length}\r\n${parts.map(part => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`

const UNITS = [
  command('SELECT', '0'),
  '#TS:1700000000\r\n',
  command('SET', 'a', '1\r\n*3\r\n'),
  command('MULTI') + command('HSET', 'b', 'evt_1', 'é') + command('EXEC'),
  command('DEL', 'a')
]

test('a cut anywhere loses the unit that it falls into, and all that follow', () => {
  const file = Buffer.from(UNITS.join(''))
  const starts = UNITS.map((_, index) => Buffer.byteLength(UNITS.slice(0, index).join('')))
  for (let at = 0; at < file.length; at++) {
    const unit = starts.filter(start => start <= at).at(-1)
    assert.equal(unitStart(file, at), unit, `cut at ${at}`)
  }
})

test('a cut at the end loses nothing', () => {
  const file = Buffer.from(UNITS.join(''))
  assert.equal(unitStart(file, file.length), file.length)
})
