import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTagReader } from './server-tags.ts'

function part(type: string, content: string): Buffer {
  const bytes = Buffer.alloc(5 + content.length)
  bytes.write(type, 0, 'latin1')
  bytes.writeUInt32BE(4 + content.length, 1)
  bytes.write(content, 5, 'latin1')
  return bytes
}

/** What a server says to a pipelining client; the row holds what looks like a command's end. */
const SAID = Buffer.concat([
  part('R', '\0\0\0\0'),
  part('C', 'BEGIN\0'),
  part('D', `x${part('C', 'COMMIT\0').toString('latin1')}`),
  part('C', 'INSERT 0 3\0'),
  part('Z', 'T'),
  part('C', 'COMMIT\0')
])

test('commands are told as they are done, wherever the network cuts the stream', () => {
  for (let size = 1; size <= SAID.length; size++) {
    const read = createTagReader()
    const tags: string[] = []
    for (let from = 0; from < SAID.length; from += size) tags.push(...read(SAID.subarray(from, from + size)))
    assert.deepEqual(tags, ['BEGIN', 'INSERT 0 3', 'COMMIT'], `in pieces of ${size}`)
  }
})

test('a command that is not told whole is not told', () => {
  assert.deepEqual(createTagReader()(part('C', 'COMMIT\0').subarray(0, -1)), [])
})
