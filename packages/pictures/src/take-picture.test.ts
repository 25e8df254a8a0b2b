import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Picture } from './pictures.ts'
import { rowText } from './screen.ts'
import { takePicture } from './take-picture.ts'

const picture: Picture = { name: 'p', alt: '', command: 'look', before: ['prepare'], until: /done/ }

/** Takes the picture where the commands, one after the other, say this and end with this code. */
async function taken(wanted: Picture, ends: readonly (readonly [output: string, exitCode: number])[]) {
  const typed: string[] = []
  const left = [...ends]
  const rows = await takePicture(wanted, {
    async open(command) {
      typed.push(command)
      const [output, exitCode] = left.shift() ?? ['', 1]
      return { output: () => output, exitCode: () => exitCode, close: async () => undefined }
    },
    shown: output => output.replace('secret', '…'),
    signal: new AbortController().signal
  })
  return { typed, lines: rows.map(rowText) }
}

test('the picture shows the command alone, not what was typed before', async () => {
  const { typed, lines } = await taken(picture, [
    ['prepared', 0],
    ['secret\r\ndone', 0]
  ])
  assert.deepEqual(typed, ['prepare', 'look'])
  assert.deepEqual(lines, ['…', 'done'])
})

test('a command that has nothing to show yet is typed again', async () => {
  const { lines } = await taken({ ...picture, before: [] }, [
    ['not yet', 0],
    ['done', 0]
  ])
  assert.deepEqual(lines, ['done'])
})

test('lines above the first to be shown are left out', async () => {
  const from = /second/
  const { lines } = await taken({ ...picture, before: [], from }, [['first\r\nsecond\r\ndone', 0]])
  assert.deepEqual(lines, ['second', 'done'])
})

test('a command that fails is told with what it said, without its colours', async () => {
  const failing = taken({ ...picture, before: [] }, [['\u001b[31mbroken\u001b[0m', 1]])
  await assert.rejects(failing, { message: '`look` went wrong. It said:\nbroken' })
})
