import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Logger, pino } from 'pino'
import { loggerOptions } from './logger.ts'

/** The fields of the one line that `write` makes, without those that every line has. */
function lineOf(write: (log: Logger) => void): Record<string, unknown> {
  const lines: string[] = []
  write(pino(loggerOptions('test', 'trace'), { write: line => lines.push(line) }))
  assert.equal(lines.length, 1)
  const { time, level, name, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  assert.ok(typeof time === 'number' && typeof level === 'number' && name === 'test')
  return rest
}

const foreign = Object.assign(new Error('marker', { cause: new Error('marker') }), { detail: 'marker' })

for (const [how, write, words] of [
  ['with words', log => log.error({ err: foreign }, 'redis'), 'redis'],
  ['before words', log => log.error(foreign, 'redis'), 'redis'],
  ['without words', log => log.error({ err: foreign }), 'error'],
  ['alone, as libraries log it', log => log.error(foreign), 'error'],
  ['by a child', log => log.child({}).fatal(foreign), 'error']
] as const satisfies readonly (readonly [string, (log: Logger) => void, string])[]) {
  test(`of a foreign error that is logged ${how} only the description stands in the line`, () => {
    const { err, msg, ...rest } = lineOf(write)
    assert.deepEqual({ msg, rest }, { msg: words, rest: {} })
    assert.match(JSON.stringify(err), /^\{"code":"UNEXPECTED","text":"Error at logger\.test\.[jt]s:\d+"\}$/)
  })
}

test('words and fields are logged as they are', () => {
  assert.deepEqual(
    lineOf(log => log.info({ port: 1 }, 'ready')),
    { port: 1, msg: 'ready' }
  )
  assert.deepEqual(
    lineOf(log => log.info('%s events', 3)),
    { msg: '3 events' }
  )
})
