import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PLAIN, rowText } from '../screen.ts'
import { readScreen } from './read-screen.ts'

const SIZE = { columns: 40, rows: 5 }
const linesOf = async (output: string) => (await readScreen(output, SIZE)).map(rowText)

test('a line of progress that was written over is not shown', async () => {
  assert.deepEqual(await linesOf('  1 of 3\r\u001b[2K  2 of 3\r\u001b[2K  Done\r\n'), ['  Done'])
})

test('empty lines between are kept, those above and below are not', async () => {
  assert.deepEqual(await linesOf('\r\n\r\none\r\n\r\ntwo\r\n\r\n'), ['one', '', 'two'])
})

test('lines that scrolled away are there', async () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`)
  assert.deepEqual(await linesOf(lines.join('\r\n')), lines)
})

test('a piece ends where the look changes and where a column begins', async () => {
  const [row] = await readScreen('one two   three \u001b[1;32mfour\u001b[0m \u001b[2mfive\u001b[0m', SIZE)
  assert.deepEqual(row, [
    { text: 'one two', column: 0, columns: 7, look: PLAIN },
    { text: 'three', column: 10, columns: 5, look: PLAIN },
    { text: 'four', column: 16, columns: 4, look: { isBold: true, isSoft: false, color: 2 } },
    { text: 'five', column: 21, columns: 4, look: { ...PLAIN, isSoft: true } }
  ])
})

test('a wide character takes its two columns', async () => {
  const [row] = await readScreen('日本 x', SIZE)
  assert.deepEqual(row, [{ text: '日本 x', column: 0, columns: 6, look: PLAIN }])
})

test('a colour that pictures have no word for is told, not dropped', async () => {
  await assert.rejects(readScreen('\u001b[44mblue ground\u001b[0m', SIZE), /"b" is coloured/)
  await assert.rejects(readScreen('\u001b[38;5;200mpink\u001b[0m', SIZE), /"p" is coloured/)
})
