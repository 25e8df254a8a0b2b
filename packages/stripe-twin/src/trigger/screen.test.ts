import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createScreen } from './screen.ts'

function open(options: Readonly<{ isTTY: boolean; color?: boolean }>) {
  let written = ''
  let now = 0
  const output = { ...options, columns: 20, write: (text: string) => (written += text) }
  const screen = createScreen({ output, color: options.color ?? false, now: () => now })
  return { ...screen, written: () => written, pass: (ms: number) => (now += ms) }
}

test('on a terminal progress is rewritten in place, cut to its width, and gone before the next line', () => {
  const { progress, say, pass, written } = open({ isTTY: true })
  pass(100)
  progress('1 of 2, and much more than fits')
  progress('too soon after that')
  pass(100)
  progress('2 of 2')
  say('done')
  assert.equal(written(), '  1 of 2, and much \r\u001b[2K  2 of 2\r\u001b[2K  done\n')
})

test('elsewhere progress is a line every three seconds', () => {
  const { progress, pass, written } = open({ isTTY: false })
  for (const text of ['a', 'b', 'c', 'd']) {
    progress(text)
    pass(2_000)
  }
  assert.equal(written(), '  c\n')
})

test('colours are used only where asked for', () => {
  const colored = open({ isTTY: true, color: true })
  colored.say(['good', 'Accepted'])
  assert.equal(colored.written(), '  \u001b[32mAccepted\u001b[0m\n')
  const plain = open({ isTTY: true })
  plain.say(['good', 'Accepted'])
  assert.equal(plain.written(), '  Accepted\n')
})
