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
