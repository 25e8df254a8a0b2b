import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCloser } from './closer.ts'

test('what was opened last is closed first, and each once', async () => {
  const closed: string[] = []
  const closer = createCloser()
  for (const name of ['pool', 'queue', 'server']) closer.onClose(name, () => closed.push(name))
  await Promise.all([closer.close(), closer.close()])
  assert.deepEqual(closed, ['server', 'queue', 'pool'])
})

test('a step that takes long is named while it does, and the quick ones are not', async () => {
  const slow: string[] = []
  let isHeard = () => {}
  const heard = new Promise<void>(resolve => {
    isHeard = resolve
  })
  const closer = createCloser(name => {
    slow.push(name)
    isHeard()
  }, 1)
  closer.onClose('pool', () => undefined)
  closer.onClose('queue', () => heard)
  await closer.close()
  assert.deepEqual(slow, ['queue'])
})

test('a step that fails does not keep the others from closing, and is named', async () => {
  const closed: string[] = []
  const closer = createCloser()
  closer.onClose('pool', () => closed.push('pool'))
  closer.onClose('queue', () => Promise.reject(new Error('no answer')))
  const failure = await closer.close().then(
    () => undefined,
    (error: AggregateError) => error
  )
  assert.deepEqual(closed, ['pool'])
  assert.equal(failure?.errors[0].message, 'closing queue failed')
})
