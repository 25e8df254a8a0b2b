import assert from 'node:assert/strict'
import { test } from 'node:test'
import { helpText } from './help.ts'
import { OPTIONS } from './options.ts'
import { readArguments } from './read-arguments.ts'
import { UsageError } from './usage-error.ts'

const read = (line: string) => readArguments(line.split(' ').filter(part => part !== ''))

test('a sequence with options is read with their types', () => {
  assert.deepEqual(read('mix --orders 2000 --duplicates 0.2 --shuffle --seed 1 --check --wait 5'), {
    show: 'run',
    what: 'mix',
    options: { orders: 2000, duplicates: 0.2, shuffle: true, seed: '1', check: true, wait: 5 }
  })
  assert.deepEqual(
    read('async_payment_failed --order 1002 --email a@example.com --locale vi --currency EUR'),
    {
      show: 'run',
      what: 'async_payment_failed',
      options: { order: '1002', email: 'a@example.com', locale: 'vi', currency: 'eur' }
    }
  )
})

test('a replay has paths, and goes one at a time unless it is said otherwise', () => {
  assert.deepEqual(read('replay a b.json --shuffle'), {
    show: 'replay',
    paths: ['a', 'b.json'],
    options: { concurrency: 1, shuffle: true }
  })
  const wanted = read('replay a --concurrency 5')
  assert.equal(wanted.show === 'replay' && wanted.options.concurrency, 5)
})

test('help and list need no sequence', () => {
  assert.deepEqual(read('--help'), { show: 'help' })
  assert.deepEqual(read('--list'), { show: 'list' })
})

for (const [line, sentence] of [
  ['', /Say what should happen/],
  ['crad', /no sequence "crad"\. Did you mean card\?\nThere are card, .*, mix and replay\./],
  ['card expired', /One sequence at a time/],
  ['card --ordr 1', /no option --ordr\. Did you mean --order\?/],
  ['card --orders 0', /--orders must be a whole number, 1 or more/],
  ['card --duplicates 2', /--duplicates must be a share between 0 and 1/],
  ['card --duplicates 20%', /--duplicates must be a share/],
  ['card --currency euro', /--currency must be a code of three letters/],
  ['card --to localhost:4400', /--to must be a URL that starts with http/],
  ['card --to ftp://a', /--to must be a URL/],
  ['card --order 1 --orders 2', /--order names one order/],
  ['mix --order 1', /--order names one order/],
  ['card --wait 5', /--wait says how long to wait for --check/],
  ['replay', /Say what to replay/],
  ['repaly a', /Did you mean replay\?/],
  ['replay a --order 1', /--order says nothing about a replay/],
  ['replay a --lose 0.1', /--lose says nothing about a replay/],
  ['card --lose 5%', /--lose must be a share/],
  ['replay a --check', /--check says nothing about a replay/],
  ['card --order', /--order/]
] as const) {
  test(`"${line}" is refused with a sentence`, () => {
    assert.throws(() => read(line), sentence)
    assert.throws(() => read(line), UsageError)
  })
}

test('a refused secret is not repeated', () => {
  assert.throws(
    () => read('card --secret hunter2'),
    (error: Error) => !error.message.includes('hunter2') && error.message.startsWith('--secret must')
  )
})

test('the help names every option', () => {
  for (const name of Object.keys(OPTIONS)) assert.ok(helpText().includes(`--${name}`), name)
})
